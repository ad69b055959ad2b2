using System.Globalization;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using static IntakeBot.Tests.Sealing.VectorKit.ProgramReader;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>The state in a hot row, opened with the server key and a step key that may be late.</summary>
internal static class BlobReader
{
    public static Verdict Read(Vector vector)
    {
        if (SealedRow.Decode(vector.Part("hot")) is not HotRow hot)
        {
            return Verdict.Fails("row");
        }

        var key = StepKey.Read(vector.Hex("k"));
        using var blob = Open(vector, hot, key, out var current);
        return blob is null ? Verdict.Fails("blob") : Verdict.Good([$"steps {Steps(key, current)}", .. Lines(blob)]);
    }

    public static Blob? Open(Vector vector, HotRow hot, StepKey key, out StepKey current)
    {
        using var server = new ServerKey(vector.Hex("server key"));
        return new IntakeSealer(server).Open(hot, key, int.Parse(vector["steps"], CultureInfo.InvariantCulture), out current);
    }

    private static string[] Lines(Blob blob)
    {
        var walk = blob.Walk;
        return
        [
            $"form {walk.Form}", $"language {walk.Language}", $"stage {(int)walk.Stage}", $"commits {walk.Commits}", $"toggles {walk.Toggles:x4}",
            $"to ask {walk.ToAsk:x8}", $"flags {walk.Flags:x8}", $"heading {Hex(blob.Heading.Encode())}", $"intake {Hex(blob.IntakeId)}",
            $"A {Hex(blob.After)}", $"positions {Hex(blob.Positions)}", $"changes {Hex([.. Slot.All.Select(s => (byte)blob.ChangesOf(s))])}",
            $"keys {Digest([.. Slot.All.SelectMany(s => blob.NextKey(s).ToArray())])}", $"worn out {(blob.IsWornOut ? "yes" : "no")}",
            .. Later(blob),
        ];
    }

    /// <summary>Lines of what most blobs do not hold.</summary>
    private static IEnumerable<string> Later(Blob blob)
    {
        if (blob.WayBack is var (locator, key))
        {
            yield return $"way back {Hex(Sixteen.ToArray(locator.Value))} {Hex(Sixteen.ToArray(key.Value))}";
        }

        if (blob.Code is { } code)
        {
            yield return $"code {code.Show()}";
        }
    }

    private static int Steps(StepKey from, StepKey to)
    {
        var steps = 0;
        for (; from != to; from = from.Next())
        {
            steps++;
        }

        return steps;
    }
}
