using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>An organisation that cases may be given to. <paramref name="Name"/> is this desk's word for it.</summary>
internal sealed record Partner(string Name, StatedKeys Keys)
{
    public string Fingerprint => Core.Sealing.Fingerprint.Of(Keys.SigningKey);

    /// <summary>What the work log says: the name, and enough of the fingerprint to tell whose key it was.</summary>
    public string Logged => $"{Name} {Fingerprint[..9]}";

    /// <summary>Null where the partner states none for the epoch of <paramref name="today"/>: then a new file is needed.</summary>
    public (uint Epoch, RecipientKey Key)? KeyOf(Day today) => EpochCalendar.Default.EpochOf(today) is var epoch
        && Keys.Statements.FirstOrDefault(s => s.Epoch == epoch) is { } statement ? (epoch, statement.Key) : null;
}
