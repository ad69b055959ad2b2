namespace IntakeBot.Core.Sealing;

/// <summary>
/// Whom one desk's intakes are sealed to at one epoch: a key at each taken place, null at every place that gets a throw-away stanza.
/// There is no way to make one without a recipient.
/// </summary>
public sealed class Recipients
{
    public Recipients(uint epoch, uint rosterSerial, IReadOnlyList<RecipientKey?> places)
    {
        if (!ColdRow.IsPlaceCount(places.Count))
        {
            throw new ArgumentException("A roster has 4, 8, 16 or 32 places.", nameof(places));
        }

        if (places.All(p => p is null))
        {
            throw new ArgumentException("Nobody could open what is sealed: there is no recipient.", nameof(places));
        }

        Epoch = epoch;
        RosterSerial = rosterSerial;
        Places = [.. places];
    }

    public uint Epoch { get; }

    public uint RosterSerial { get; }

    public IReadOnlyList<RecipientKey?> Places { get; }
}
