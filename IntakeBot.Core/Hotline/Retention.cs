using System.Globalization;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Hotline;

/// <summary>How long things are kept. Shorter than shipped is free; longer is for a setting that the organisation signed, which nobody reads yet.</summary>
public sealed record Retention
{
    /// <summary>A conversation may go on until the day after it began is over, and its answers must not go before.</summary>
    public const int FewestDays = 2;

    /// <summary>Days after the one on which an intake began; then its rows are removed.</summary>
    public int IntakeDays { get; init; } = Format.DaysKept;

    /// <summary>What a line about what is kept says for "days".</summary>
    internal int DaysOf(KeptName name) => name switch
    {
        KeptName.Replies => Format.MailboxDays,
        KeptName.Tombstone => Format.TombstoneDays,
        _ => IntakeDays,
    };

    /// <summary>What is wrong, by name of the setting.</summary>
    public IEnumerable<string> Problems()
    {
        if (IntakeDays is < FewestDays or > Format.DaysKept)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{nameof(IntakeDays)} is {IntakeDays}; give {FewestDays} to {Format.DaysKept}: shorter is free, longer needs a signed setting, which this program does not know yet");
        }
    }
}
