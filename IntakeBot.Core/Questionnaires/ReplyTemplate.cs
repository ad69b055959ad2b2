namespace IntakeBot.Core.Questionnaires;

/// <summary>A text that staff may send to a person as it stands.</summary>
public sealed record ReplyTemplate
{
    /// <summary>As many characters as a reply may have.</summary>
    public const int MaxLength = 300;

    /// <summary>Tags of the languages that <see cref="For"/> is in.</summary>
    public static readonly IReadOnlyList<string> StaffLanguages = ["en", "ko", "zh", "ja"];

    public required string Id { get; init; }

    public required ReplyGroup Group { get; init; }

    /// <summary>When to use it, by language tag; for staff alone.</summary>
    public required IReadOnlyDictionary<string, string> For { get; init; }

    /// <summary>What she reads, by language tag: each language of the questionnaire.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }
}
