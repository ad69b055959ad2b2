using System.Security.Cryptography;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// The 32 bytes from which everything of one intake is derived. On the server it lives from consent's draw to the stanzas,
/// inside one call; afterwards only staff can have it.
/// </summary>
internal sealed class Seed : IDisposable
{
    public const int Size = 32;

    private readonly SecretBytes _bytes;

    private Seed(SecretBytes bytes) => _bytes = bytes;

    public ReadOnlySpan<byte> Bytes => _bytes.Span;

    public static Seed Draw()
    {
        var seed = new Seed(new(Size));
        RandomNumberGenerator.Fill(seed._bytes.Span);
        return seed;
    }

    /// <summary>Takes <paramref name="bytes"/> over and zeroes them.</summary>
    public static Seed Take(Span<byte> bytes) => new(SecretBytes.Take(bytes, Size));

    public void Dispose() => _bytes.Dispose();

    public override string ToString() => nameof(Seed);

    public void IntakeId(Span<byte> output) => Hash.Fill(output, Bytes, "intake", []);

    /// <summary>A: gives the remove and extend tokens and the places of case events, and opens nothing.</summary>
    public void After(Span<byte> output) => Hash.Fill(output, Bytes, "after", []);

    public void FirstSlotKey(Span<byte> output, Slot slot) => Hash.Fill(output, Bytes, "slot", [slot.Number]);

    /// <summary>Key of the drafts of replies to this intake: who can open it can open them, and nobody else.</summary>
    public void DraftKey(Span<byte> output) => Hash.Fill(output, Bytes, "draft", []);

    /// <summary>Key of the case events of this intake.</summary>
    public void EventKey(Span<byte> output) => Hash.Fill(output, Bytes, "event key", []);

    /// <summary>
    /// Where each slot stands in the row: a permutation of 0 to 19 by Fisher–Yates from the last place down, each draw the next
    /// byte of H(seed,"positions"‖block) with rejection, so that no position is likelier than another.
    /// </summary>
    public void Positions(Span<byte> positions)
    {
        Span<byte> block = stackalloc byte[Hash.Size];
        byte number = 0;
        var used = Hash.Size;
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = (byte)i;
        }

        for (var i = positions.Length - 1; i > 0; i--)
        {
            int drawn;
            do
            {
                if (used == Hash.Size)
                {
                    Hash.Fill(block, Bytes, "positions", [number++]);
                    used = 0;
                }

                drawn = block[used++];
            }
            while (drawn >= 256 / (i + 1) * (i + 1));
            var j = drawn % (i + 1);
            (positions[i], positions[j]) = (positions[j], positions[i]);
        }

        CryptographicOperations.ZeroMemory(block);
    }
}
