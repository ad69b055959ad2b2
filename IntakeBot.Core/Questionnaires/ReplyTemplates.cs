namespace IntakeBot.Core.Questionnaires;

/// <summary>What staff may send, and the words that no reply may hold.</summary>
public sealed record ReplyTemplates
{
    public static readonly ReplyTemplates None = new() { ReviewedBy = [], Templates = [], Words = ReplyWords.None };

    /// <summary>Who has signed them off; empty: they are drafts.</summary>
    public required IReadOnlyList<string> ReviewedBy { get; init; }

    public required IReadOnlyList<ReplyTemplate> Templates { get; init; }

    public required ReplyWords Words { get; init; }
}
