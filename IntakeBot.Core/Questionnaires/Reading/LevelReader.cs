namespace IntakeBot.Core.Questionnaires;

/// <summary>Reads a <c>level</c>.</summary>
internal static class LevelReader
{
    /// <summary>U4, what is left, where none stands, or one that was reported.</summary>
    public static Level Read(Node? node, Findings findings)
    {
        switch (node?.AsText("level", findings)?.Value)
        {
            case null: return Level.U4;
            case nameof(Level.U1): return Level.U1;
            case nameof(Level.U2): return Level.U2;
            case nameof(Level.U3): return Level.U3;
            default:
                findings.Add(node.Line, $"level {node} must be U1, U2 or U3; where none stands, nothing is more urgent than U4");
                return Level.U4;
        }
    }
}
