namespace IntakeBot.Core.Sealing;

/// <summary>
/// The right to remove an intake before its last day: only who can open it can show it. It is A, from which the server derives the remove token,
/// and where the case events lie that go with it.
/// </summary>
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

        var after = new byte[TokenSize];
        seed.After(after);
        return after;
    }
}
