using CsCheck;

namespace IntakeBot.Tests.Proof.Fuzz;

/// <summary>Changes bytes as fuzzers do: bits, bytes, stretches, words, and halves of two inputs joined.</summary>
internal sealed class FuzzMutator(PCG chance, IReadOnlyList<byte[]> words)
{
    private const int MostSteps = 6;
    private const int MostBytes = 1 << 16;

    private static readonly byte[] Edges = [0, 1, 0x7F, 0x80, 0xFF, (byte)'"', (byte)'{', (byte)'[', (byte)'\\', (byte)'\n', (byte)':', (byte)'-', (byte)' '];

    public byte[] Mutate(byte[] input, byte[] other)
    {
        List<byte> bytes = [.. input];
        for (var steps = 1 + Below(MostSteps); steps > 0; steps--)
        {
            Step(bytes, other);
        }

        return bytes.Count > MostBytes ? [.. bytes[..MostBytes]] : [.. bytes];
    }

    private void Step(List<byte> bytes, byte[] other)
    {
        var at = Below(bytes.Count + 1);
        var length = Math.Min(1 << Below(8), bytes.Count - at);
        switch (Below(9))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << Below(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = Edges[Below(Edges.Length)];
                break;
            case 2 when at < bytes.Count:
                bytes[at] = (byte)Below(256);
                break;
            case 3:
                bytes.RemoveRange(at, length);
                break;
            case 4:
                // Over and over: what nests, nests deeply.
                var stretch = bytes.GetRange(at, length);
                for (var times = 1 << Below(7); times > 0 && bytes.Count < MostBytes; times--)
                {
                    bytes.InsertRange(at, stretch);
                }

                break;
            case 5 when other.Length > 0:
                var from = Below(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Below(Math.Min(other.Length - from, 256)) + 1).ToArray());
                break;
            case 6 when other.Length > 0:
                bytes.RemoveRange(at, bytes.Count - at);
                bytes.AddRange(other.AsSpan(Math.Min(at, other.Length)));
                break;
            case 7 when words.Count > 0:
                bytes.InsertRange(at, words[Below(words.Count)]);
                break;
            case 8 when words.Count > 0:
                var word = words[Below(words.Count)];
                bytes.RemoveRange(at, Math.Min(word.Length, bytes.Count - at));
                bytes.InsertRange(at, word);
                break;
            default:
                bytes.Insert(at, (byte)Below(256));
                break;
        }
    }

    private int Below(int limit) => (int)chance.Next((uint)limit);
}
