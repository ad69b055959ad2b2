using IntakeBot.Core.Intakes;

namespace IntakeBot.Desk;

/// <summary>Who opens case after case is reading all there is: beyond 50 in five minutes a second member has to agree. Counted by the work log, so that a restart changes nothing.</summary>
internal static class OpeningLimit
{
    public const int Most = 50;

    private static readonly TimeSpan Within = TimeSpan.FromMinutes(5);

    public static bool IsReached(CaseSheet sheet, byte self, SecondMember second, DateTimeOffset now)
    {
        var opened = sheet.Cases.Sum(c => c.Work.Openings.Count(o => o.Author == self && o.At > now - Within));
        return opened >= Most * (1 + second.Agreements(SecondFor.Openings));
    }
}
