namespace IntakeBot.Desk;

/// <summary>What the page of one case shows, in the staff member's words; every text of hers escaped.</summary>
public sealed record CaseModel
{
    public required string Handle { get; init; }

    /// <summary>Of what is shown: the page tells where there is something newer.</summary>
    public string Mark { get; init; } = "";

    public required string Level { get; init; }
    public required string LevelWord { get; init; }
    public required string Due { get; init; }

    /// <summary>late, soon or calm.</summary>
    public required string DueKind { get; init; }

    /// <summary>Day, language, until when it is kept.</summary>
    public required string Facts { get; init; }

    public required IReadOnlyList<(string Name, string Meaning)> Marks { get; init; }

    public required IReadOnlyList<ShownAnswer> Answers { get; init; }

    /// <summary>In her own words, and the tag of their language.</summary>
    public (string Language, string Text)? Note { get; init; }

    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>The help she wants, and from whom.</summary>
    public required IReadOnlyList<string> AskedFor { get; init; }

    public required IReadOnlyList<string> SafeTimes { get; init; }

    public required string Assigned { get; init; }

    public bool IsMine { get; init; }

    public required IReadOnlyList<(string Value, string Name, bool IsOn)> Statuses { get; init; }

    /// <summary>As stated, to be taken away by it, and as shown.</summary>
    public required IReadOnlyList<(string Tag, string Shown)> Tags { get; init; }

    /// <summary>yyyy-MM-dd, or empty.</summary>
    public required string FollowUp { get; init; }

    /// <summary>Where it goes on; null: it stands alone. A handle where that case is here.</summary>
    public (string Words, string? Handle)? Merged { get; init; }

    /// <summary>Cases that go on in this one.</summary>
    public required IReadOnlyList<(string Words, string Handle)> MergedHere { get; init; }

    /// <summary>Why she cannot be answered; null where she can.</summary>
    public string? NoReply { get; init; }

    public required IReadOnlyList<string> ReplyWarnings { get; init; }

    /// <summary>Newest first; a link, relative to the case, where something is to be decided.</summary>
    public required IReadOnlyList<(string Words, string? Link)> Replies { get; init; }

    public required IReadOnlyList<string> History { get; init; }

    /// <summary>The intake's place, to name it to a colleague.</summary>
    public required string Place { get; init; }

    public override string ToString() => nameof(CaseModel);
}
