namespace IntakeBot.Core.Questionnaires;

/// <summary>Every sentence a person sees in one language.</summary>
public sealed record Language
{
    /// <summary>Its file's name and BCP 47 tag: en, ko.</summary>
    public required string Tag { get; init; }

    /// <summary>As its own readers call it, on the first screen's button.</summary>
    public required string Name { get; init; }

    /// <summary>True until the reviewers named in the file have signed it off.</summary>
    public required bool Draft { get; init; }

    public required IReadOnlyList<string> ReviewedBy { get; init; }

    public required IReadOnlyDictionary<ScreenName, string> Screens { get; init; }

    public required IReadOnlyDictionary<ButtonName, string> Buttons { get; init; }

    /// <summary>Question id → its wordings, the plain one last; the first whose condition holds is shown.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Wording>> Questions { get; init; }

    /// <summary>Question id → labels in the order of its options.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Options { get; init; }

    /// <summary>What is kept and who runs this. Settings are still to be put in.</summary>
    public required IReadOnlyDictionary<KeptName, string> Kept { get; init; }
}
