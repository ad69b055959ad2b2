namespace IntakeBot.Bench;

/// <summary>What was pressed against what was opened. Nothing leads from a chat to a row, so the two heaps are compared.</summary>
internal static class Heaps
{
    /// <summary>How many of <paramref name="pressed"/> were not opened as they were pressed, or opened although nobody pressed them.</summary>
    public static int Differences(IReadOnlyCollection<string> pressed, IReadOnlyCollection<string?> opened)
    {
        var left = opened.GroupBy(o => o ?? "").ToDictionary(g => g.Key, g => g.Count());
        var missing = pressed.Count(p => !left.TryGetValue(p, out var count) || (left[p] = count - 1) < 0);
        return missing + Math.Max(0, opened.Count - pressed.Count);
    }
}
