using System.Globalization;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>What <c>keys renew</c> asks and says of one identity.</summary>
internal sealed record Renewal(Terminal Terminal, string File, Identity Identity, EpochSpan Span, Day Today)
{
    /// <summary>Why it is refused, or null.</summary>
    public string? Problem => Identity.Epochs.Count > 0 && Identity.Epochs.Last() >= (ulong)Span.First + Identity.MaxEpochs
        ? $"{File}: has keys until {Span.Calendar.LastDayOf(Identity.Epochs.Last())}, far ahead of today, {Today}; set this machine's clock right, or give the roster's --epoch-start and --epoch-days"
        : null;

    /// <summary>To be confirmed, because it cannot be undone; null where nothing is destroyed.</summary>
    public string? Question => Identity.Epochs.Where(e => e < Span.First).ToList() is { Count: > 0 } over
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"Today is {Today}. Destroy the keys of {over.Count} epochs that ended by {Span.Calendar.LastDayOf(over[^1])}? What was sealed then never opens again.")
        : null;

    /// <summary>When what others have of this identity ends, where that is soon.</summary>
    public void TellWhatEnds()
    {
        if (Identity.Epochs.Count > 0 && Identity.Epochs.Last() < Span.Calendar.EpochOf(Today) + Roster.EpochsAhead)
        {
            Terminal.Say($"What was stated before ends on {Span.Calendar.LastDayOf(Identity.Epochs.Last())}: renew by that day what the roster has.");
        }
    }

    public void TellWhatIsNext(string? output)
    {
        Terminal.Data($"epochs {Identity.Epochs.First()} to {Identity.Epochs.Last()}");
        Terminal.Say(output is null
            ? $"Give the holder of the organisation's key a new public file: intakebot keys public {File} --out NAME.json"
            : $"Give {output} to the holder of the organisation's key, for 'intakebot roster add'.");
        Terminal.Say($"The keys reach until {Span.Calendar.LastDayOf(Identity.Epochs.Last())}: renew by then. Back up {File} anew and destroy the older backup.");
        foreach (var copy in IdentityFile.CopiesOf(File))
        {
            Terminal.Say($"{copy}: if this is an older copy, delete it: it still opens what is over.");
        }
    }

    public override string ToString() => nameof(Renewal);
}
