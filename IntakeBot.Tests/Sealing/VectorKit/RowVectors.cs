using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>Rows that do not decode. Only the "row-hash" ones have a wrong hash.</summary>
internal static class RowVectors
{
    private static readonly (string Field, int At)[] Head = [("version", 0), ("kind", 1), ("place", 17), ("row-version", 33), ("expiry", 35)];

    private static readonly (string Field, int At)[] HotFields =
        [.. Head, ("door", 36), ("blob", 52), ("slots", 988), ("note", 2747), ("tail", 2748)];

    private static readonly (string Field, int At)[] ColdFields =
    [
        .. Head, ("epoch", 39), ("remove", 40), ("extend", 72), ("count", 104), ("mlkem", 105), ("x25519", 105 + 1088), ("nonce", 105 + 1120),
        ("box", 105 + 1144), ("tag", 105 + (4 * 1192) - 1), ("tail", 105 + (4 * 1192)),
    ];

    public static IEnumerable<Vector> All()
    {
        using var intake = new FixedIntake();
        return [.. Good(intake), .. Hashes("hot", intake.Hot, HotFields), .. Hashes("cold", intake.Cold, ColdFields), .. Frames(intake.Hot, intake.Cold)];
    }

    private static IEnumerable<Vector> Good(FixedIntake intake)
    {
        yield return Row("hot-good", Vector.Success, "A hot row.", intake.Hot);
        foreach (var places in new[] { 4, 8, 16, 32 })
        {
            using var cold = new FixedIntake(places: places);
            yield return Row($"cold-good-{places}", Vector.Success, $"A cold row of {places} places.", cold.Cold);
        }
    }

    private static IEnumerable<Vector> Hashes(string kind, byte[] row, IEnumerable<(string Field, int At)> fields) =>
        fields.Select(f => Row($"hash-{kind}-{f.Field}", "row", $"One bit of a {kind} row's byte {f.At} is changed; the row hash is the old one.", Fixed.Flip(row, f.At)));

    private static IEnumerable<Vector> Frames(byte[] hot, byte[] cold)
    {
        Vector Wrong(string name, string about, byte[] row) => Row(name, "row", about, Fixed.Rehashed(row));

        yield return Wrong("hot-version-0", "Format version 0, with its hash.", Fixed.Put(hot, 0, 0));
        yield return Wrong("hot-version-2", "Format version 2, with its hash.", Fixed.Put(hot, 0, 2));
        yield return Wrong("cold-version-0", "Format version 0, with its hash.", Fixed.Put(cold, 0, 0));
        yield return Wrong("hot-kind-cold", "A hot row that says it is cold.", Fixed.Put(hot, 1, (byte)'C'));
        yield return Wrong("hot-kind-small", "The kind is a small h.", Fixed.Put(hot, 1, (byte)'h'));
        yield return Wrong("hot-kind-0", "The kind is 0.", Fixed.Put(hot, 1, 0));
        yield return Wrong("cold-kind-hot", "A cold row that says it is hot.", Fixed.Put(cold, 1, (byte)'H'));
        foreach (var count in new byte[] { 0, 1, 3, 5, 8, 255 })
        {
            yield return Wrong($"cold-count-{count}", $"Four stanzas, but the count says {count}.", Fixed.Put(cold, 104, count));
        }

        yield return Wrong("cold-three", "Three stanzas, and the count says so.", Fixed.Put([.. cold[..(105 + (3 * 1192))], .. new byte[32]], 104, 3));
        yield return Wrong("cold-none", "No stanza, and the count says so.", Fixed.Put([.. cold[..105], .. new byte[32]], 104, 0));
        yield return Wrong("cold-no-count", "The row ends before the count.", [.. cold[..104], .. new byte[32]]);
        yield return Wrong("hot-shorter", "One byte of the note is gone; the hash fits.", [.. hot[..^33], .. new byte[32]]);
        yield return Wrong("hot-longer", "One zero byte more before the hash; the hash fits.", [.. hot[..^32], 0, .. new byte[32]]);
        yield return Wrong("cold-shorter", "One byte of the last tag is gone; the hash fits.", [.. cold[..^33], .. new byte[32]]);
        yield return Wrong("cold-longer", "One zero byte more before the hash; the hash fits.", [.. cold[..^32], 0, .. new byte[32]]);
        yield return Wrong("hot-head-only", "A head and a hash, nothing between.", [.. hot[..36], .. new byte[32]]);
        yield return Wrong("hot-cut-head", "The head ends before the expiry day.", [.. hot[..34], .. new byte[32]]);
        yield return Row("hash-hot-cut", "row", "The last byte of the row is gone.", hot[..^1]);
        yield return Row("hash-hot-added", "row", "One zero byte follows the row.", [.. hot, 0]);
        yield return Row("hash-cold-cut", "row", "The last byte of the row is gone.", cold[..^1]);
        yield return Row("hash-cold-added", "row", "One zero byte follows the row.", [.. cold, 0]);
        yield return Row("hash-empty", "row", "No byte at all.", []);
        yield return Row("hash-31", "row", "Too short for a hash.", hot[..31]);
        yield return Row("hash-label", "row", "The hash was made with the label \"roster\".", [.. hot[..^32], .. Hash.Of([], "roster", hot.AsSpan(0, hot.Length - 32))]);
        yield return Row("hash-keyed", "row", "The hash was made with a key of zeros.", [.. hot[..^32], .. Hash.Of(new byte[32], "row", hot.AsSpan(0, hot.Length - 32))]);
        yield return Row("hash-zero", "row", "The hash is all zero.", [.. hot[..^32], .. new byte[32]]);
    }

    private static Vector Row(string name, string expect, string about, byte[] row) => Vector.Draft($"row-{name}", "row", expect, about).With("row", row);
}
