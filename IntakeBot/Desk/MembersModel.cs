namespace IntakeBot.Desk;

/// <summary>Who is in the roster, and how far the giving of cases is.</summary>
public sealed record MembersModel
{
    /// <summary>By desk, then by place.</summary>
    public required IReadOnlyList<MemberLine> Members { get; init; }

    /// <summary>Null: nothing was given since the desk was unlocked.</summary>
    public required PassingModel? Passing { get; init; }

    /// <summary>True where this member may propose a change of the roster.</summary>
    public required bool CanPropose { get; init; }

    public override string ToString() => nameof(MembersModel);
}
