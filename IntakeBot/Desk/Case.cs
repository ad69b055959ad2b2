using System.Runtime.CompilerServices;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>One intake as a staff member has it before her, opened.</summary>
internal sealed record Case(string Handle, Place Place, IntakeReading Reading, Triage Triage, AskedBy By, CaseKey Key)
{
    public required IReadOnlyList<CaseMark> Marks { get; init; }

    /// <summary>When this desk first saw it, where it came while the desk was open; null where it was there before.</summary>
    public required DateTimeOffset? Seen { get; init; }

    public required Day KeptUntil { get; init; }

    /// <summary>About a child.</summary>
    public required bool IsChild { get; init; }

    public required EventFold Events { get; init; }

    public CaseState Work => Events.State;

    /// <summary>True where the work log misses something, or holds what cannot be checked.</summary>
    public bool HasLogTrouble => Events.Damaged > 0 || Work.Problems.Count > 0;

    /// <summary>True where the last reply that was sent has her answer.</summary>
    public bool HasHerAnswer => Work.Sent is [.., var last] && Reading.ReplyAnswers?.Answers.Any(a => a.Reply == last.Body.Name) == true;

    /// <summary>True where she has a reply and is to answer; or staff say so.</summary>
    public bool IsWaiting => !HasHerAnswer && (Work.Sent.Count > 0 || Work.Status is CaseStatus.Waiting or CaseStatus.Answered);

    /// <summary>Another text once anything changed that she said or that staff did, while the desk is open.</summary>
    public string Mark => $"{RuntimeHelpers.GetHashCode(Reading):x}-{Events.Damaged}-{Work.Problems.Count}-{string.Concat(Work.Heads)}";

    public bool IsClosed => Work.Status is CaseStatus.Closed or CaseStatus.Referred || IsMerged;

    /// <summary>True where it goes on in another case that is here: see <see cref="CaseBook"/>.</summary>
    public bool IsMerged { get; init; }

    /// <summary>True where somebody wanted to look at it again by <paramref name="today"/>.</summary>
    public bool IsDue(Day today) => Work.FollowUp is { } day && day <= today.Number;

    public static IComparer<Case> MostUrgentFirst { get; } = Comparer<Case>.Create((a, b) =>
    {
        var order = Triage.MostUrgentFirst.Compare(a.Triage, b.Triage);
        order = order != 0 ? order : (a.Reading.Heading?.Day ?? 0).CompareTo(b.Reading.Heading?.Day ?? 0);
        return order != 0 ? order : a.Place.Value.CompareTo(b.Place.Value);
    });

    public override string ToString() => nameof(Case);
}
