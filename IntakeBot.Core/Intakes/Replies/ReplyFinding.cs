namespace IntakeBot.Core.Intakes;

/// <summary>One thing that speaks against a reply, and where it stands in the text.</summary>
public sealed record ReplyFinding(ReplyFindingKind Kind, int Start, int Length);
