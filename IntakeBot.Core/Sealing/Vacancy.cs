namespace IntakeBot.Core.Sealing;

/// <summary>Takes the stanzas of people who have left out of a row. Nobody can tell such a place from one that was always free.</summary>
internal static class Vacancy
{
    /// <summary>
    /// The row with a fresh throw-away stanza at each of <paramref name="places"/>: random bytes sealed to a key whose secret half
    /// nobody has. Null where the row has none of them.
    /// </summary>
    public static ColdRow? Of(ColdRow row, IReadOnlyCollection<byte> places)
    {
        var own = places.Where(p => p < row.Places).ToList();
        if (own.Count == 0)
        {
            return null;
        }

        var stanzas = row.Stanzas.ToArray();
        var throwAway = RecipientKey.ThrowAway();
        foreach (var place in own)
        {
            using var seed = Seed.Draw();
            Stanza.Seal(stanzas.AsSpan(place * Format.StanzaSize, Format.StanzaSize), seed, throwAway, row.Place, place);
        }

        return row.WithStanzas(stanzas);
    }
}
