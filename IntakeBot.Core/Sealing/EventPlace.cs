using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>Where an author's events lie: first 16 bytes of H(A; "event place", author 1 ‖ counter 2). Who has not opened the intake cannot tell whose they are.</summary>
public readonly record struct EventPlace(byte Author, ushort Counter, Place Place)
{
    internal static Place Of(ReadOnlySpan<byte> after, byte author, ushort counter) =>
        Place.Read(Hash.Of(after, "event place", [author, (byte)(counter >> 8), (byte)(counter & 0xFF)]));

    /// <summary>
    /// Those of each author in turn for which <paramref name="isThere"/>, up to the first that is not; <see cref="CaseEvent.MostOfAuthor"/> of
    /// each at most.
    /// </summary>
    internal static List<EventPlace> Walk(ReadOnlySpan<byte> after, Func<Place, bool> isThere)
    {
        var found = new List<EventPlace>();
        for (byte author = 0; author < CaseEvent.MostAuthors; author++)
        {
            for (ushort counter = 0; counter < CaseEvent.MostOfAuthor && Of(after, author, counter) is var place && isThere(place); counter++)
            {
                found.Add(new(author, counter, place));
            }
        }

        return found;
    }
}
