using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>Sixteen bytes as a number: what ids, versions, doors, locators and step keys are made of.</summary>
internal static class Sixteen
{
    public const int Size = 16;

    public static UInt128 Random()
    {
        Span<byte> bytes = stackalloc byte[Size];
        RandomNumberGenerator.Fill(bytes);
        return Read(bytes);
    }

    public static UInt128 Read(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt128BigEndian(bytes[..Size]);

    public static void Write(Span<byte> bytes, UInt128 value) => BinaryPrimitives.WriteUInt128BigEndian(bytes, value);

    public static byte[] ToArray(UInt128 value)
    {
        var bytes = new byte[Size];
        Write(bytes, value);
        return bytes;
    }

    public static string ToText(UInt128 value) => value.ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>Reads exactly 32 lower-case hexadecimal digits.</summary>
    public static bool TryParse(string text, out UInt128 value)
    {
        return UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value)
            && ToText(value) == text;
    }
}
