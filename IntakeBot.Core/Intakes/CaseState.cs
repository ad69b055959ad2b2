namespace IntakeBot.Core.Intakes;

/// <summary>
/// What all events of a case come to. A pure fold: the same events in any order and however often give the same state. Where a later event
/// followed an earlier one, the later counts; of those that knew nothing of each other, the one of the greatest hash.
/// </summary>
public sealed record CaseState
{
    /// <summary>Null: nobody ever said. Its body may say nobody, too.</summary>
    public required CaseEntry<EventBody.Assigned>? Assigned { get; init; }

    /// <summary>Null: nobody ever said.</summary>
    public required CaseEntry<EventBody.StatusSet>? StatusSet { get; init; }

    /// <summary>Each author's first, the earliest first.</summary>
    public required IReadOnlyList<CaseEntry<EventBody.Opened>> Openings { get; init; }

    /// <summary>Neither sent nor withdrawn. One name may be there twice, by two authors.</summary>
    public required IReadOnlyList<CaseEntry<EventBody.ReplyDrafted>> Drafts { get; init; }

    /// <summary>All that ever were, settled or not: what she was asked. One name may be there more than once.</summary>
    public required IReadOnlyList<CaseEntry<EventBody.ReplyDrafted>> Drafted { get; init; }

    /// <summary>Each name once, by whoever said it first.</summary>
    public required IReadOnlyList<CaseEntry<EventBody.ReplySent>> Sent { get; init; }

    public required IReadOnlyList<CaseEntry<EventBody.Noted>> Notes { get; init; }

    /// <summary>Those that are on, by their text.</summary>
    public required IReadOnlyList<CaseEntry<EventBody.Tagged>> Tags { get; init; }

    /// <summary>Null: nobody ever said. Its day may be 0, none.</summary>
    public required CaseEntry<EventBody.FollowUp>? FollowUpSet { get; init; }

    /// <summary>Null: nobody ever said. Its place may be 0, none.</summary>
    public required CaseEntry<EventBody.Merged>? MergedSet { get; init; }

    public required IReadOnlyList<CaseEntry<EventBody.Referred>> Referrals { get; init; }

    public required IReadOnlyList<CaseEntry<EventBody.TakenOut>> TakenOut { get; init; }

    /// <summary>What a newer program has written.</summary>
    public required IReadOnlyList<CaseEntry<EventBody.Unknown>> Unknown { get; init; }

    public required IReadOnlyList<CaseProblem> Problems { get; init; }

    /// <summary>Parents of the next event: those that none follows, rising; where there are more than fit, the greatest.</summary>
    public required IReadOnlyList<EventHash> Heads { get; init; }

    /// <summary>Place of the roster; null: nobody's.</summary>
    public byte? Assignee => Assigned?.Body.To;

    /// <summary>Days since 1970-01-01; null: at no certain day.</summary>
    public ushort? FollowUp => FollowUpSet?.Body.Day is > 0 and var day ? day : null;

    /// <summary>Place of the intake where it goes on; null: it stands alone.</summary>
    public UInt128? MergedInto => MergedSet?.Body.Into is { } into && into != 0 ? into : null;

    public CaseStatus Status => StatusSet?.Body.Status ?? CaseStatus.New;

    public static CaseState Of(IEnumerable<KnownEvent> events) => new CaseFold(events).State();

    public override string ToString() => nameof(CaseState);
}
