using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>Seals the seed of an intake, 32 bytes, to one more member. Only who can open the intake can do it; no slot is touched.</summary>
public static class IntakeResealer
{
    /// <summary>
    /// Null where <paramref name="own"/> does not open the stanza at <paramref name="ownPlace"/>. <paramref name="to"/> is the other
    /// member's place in the roster, <paramref name="key"/> that member's key of the row's epoch.
    /// </summary>
    public static Resealed? Reseal(ColdRow cold, EpochSecret own, byte ownPlace, byte to, RecipientKey key)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(to, cold.Places);
        ArgumentOutOfRangeException.ThrowIfEqual(to, ownPlace);
        if (ownPlace >= cold.Places)
        {
            return null;
        }

        using var seed = Stanza.Open(cold.StanzaAt(ownPlace), own, cold.Place, ownPlace);
        if (seed is null)
        {
            return null;
        }

        Span<byte> after = stackalloc byte[Hash.Size];
        seed.After(after);
        var token = AfterTokens.Extend(after);
        CryptographicOperations.ZeroMemory(after);
        var stanza = new byte[Format.StanzaSize];
        Stanza.Seal(stanza, seed, key, cold.Place, to);
        return new(token, stanza);
    }
}
