using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Desk;

/// <summary>How long until staff have promised one another to have read a case.</summary>
internal sealed class DueWords(DeskWords words, Rota rota, TimeZoneInfo zone, DateTimeOffset now)
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(4);

    /// <summary>Words, and late, soon or calm.</summary>
    public (string Words, string Kind) Of(Case @case)
    {
        if (@case.IsClosed || @case.IsWaiting)
        {
            return (words[Phrase.DueDone], "calm");
        }

        if (@case.Triage.MayBe == Level.U1 || @case.Reading.Heading is not { } heading)
        {
            return (rota.IsStaffed(now) ? words[Phrase.DueNow] : words.With(Phrase.DueWhenStaffed, At(rota.NextStaffed(now))), "late");
        }

        var left = Promise.Due(@case.Triage.MayBe, heading.Day) - now;
        return left <= TimeSpan.Zero ? (words.With(Phrase.DueLate, Length(-left)), "late") : (words.With(Phrase.DueIn, Length(left)), left < Soon ? "soon" : "calm");
    }

    /// <summary>HH:mm in the desk's time zone.</summary>
    public string At(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private string Length(TimeSpan span) => span.TotalHours switch
    {
        < 1 => words.With(Phrase.Minutes, (int)Math.Ceiling(span.TotalMinutes)),
        < 48 => words.With(Phrase.Hours, (int)span.TotalHours),
        _ => words.With(Phrase.Days, (int)span.TotalDays),
    };
}
