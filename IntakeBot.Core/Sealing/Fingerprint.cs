using System.Globalization;

namespace IntakeBot.Core.Sealing;

/// <summary>A public key as 20 digits that two people can compare by voice: first 16 bytes of H([]; "fingerprint", key) modulo 10^20.</summary>
public static class Fingerprint
{
    private const ulong TenToTheTenth = 10_000_000_000;

    /// <summary>Five groups of four digits.</summary>
    public static string Of(VerifyKey key)
    {
        var number = Sixteen.Read(Hash.Of([], "fingerprint", key.Bytes)) % ((UInt128)TenToTheTenth * TenToTheTenth);
        var digits = number.ToString("D20", CultureInfo.InvariantCulture);
        return string.Join(' ', digits.Chunk(4).Select(g => new string(g)));
    }
}
