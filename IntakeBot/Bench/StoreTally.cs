using System.Globalization;

namespace IntakeBot.Bench;

/// <summary>How often a store flushed to the disk and committed, and how many changes that were.</summary>
internal readonly record struct StoreTally(long Flushes, long Commits, long Changes)
{
    public static StoreTally Parse(string line)
    {
        var numbers = line.Split(' ').Select(n => long.Parse(n, CultureInfo.InvariantCulture)).ToList();
        return new(numbers[0], numbers[1], numbers[2]);
    }

    public StoreTally Since(StoreTally before) => new(Flushes - before.Flushes, Commits - before.Commits, Changes - before.Changes);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Flushes} {Commits} {Changes}");
}
