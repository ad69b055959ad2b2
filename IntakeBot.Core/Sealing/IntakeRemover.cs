using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>The right to remove an intake before its last day: only who can open it can show it.</summary>
public static class IntakeRemover
{
    /// <summary>The token's bytes.</summary>
    public const int TokenSize = Hash.Size;

    /// <summary>Null where <paramref name="own"/> does not open the stanza at <paramref name="ownPlace"/>.</summary>
    public static byte[]? Token(ColdRow cold, EpochSecret own, byte ownPlace)
    {
        using var seed = ownPlace < cold.Places ? Stanza.Open(cold.StanzaAt(ownPlace), own, cold.Place, ownPlace) : null;
        if (seed is null)
        {
            return null;
        }

        Span<byte> after = stackalloc byte[Hash.Size];
        seed.After(after);
        var token = AfterTokens.Remove(after);
        CryptographicOperations.ZeroMemory(after);
        return token;
    }
}
