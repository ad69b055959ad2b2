using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Reading;

/// <summary>A desk's folder, and what tests do with the file in it.</summary>
internal sealed class CacheFolder : IDisposable
{
    private readonly TempFolder _folder = new();

    public string Path => _folder.Path;

    public string File => _folder.Of(RowCache.FileName);

    public RowCache Open()
    {
        var problems = new List<string>();
        return RowCache.Open(Path, problems) ?? throw new InvalidOperationException(string.Join('\n', problems));
    }

    public bool Holds(SealedRow row) => System.IO.File.ReadAllBytes(File).AsSpan().IndexOf(row.Encode().AsSpan(36, Math.Min(64, row.Encode().Length - 36))) >= 0;

    public void Dispose() => _folder.Dispose();
}
