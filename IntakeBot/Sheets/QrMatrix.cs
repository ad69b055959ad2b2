using QRCoder;

namespace IntakeBot.Sheets;

/// <summary>The modules of a QR code, dark ones true, with the white margin that a scanner needs.</summary>
internal sealed class QrMatrix
{
    private readonly QRCodeData _code;

    private QrMatrix(QRCodeData code) => _code = code;

    public int Size => _code.ModuleMatrix.Count;

    public bool this[int row, int column] => _code.ModuleMatrix[row][column];

    /// <summary>A quarter of it may be lost to a fold or a stain.</summary>
    public static QrMatrix Of(string text) => new(QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.Q));
}
