using System.Security.Cryptography;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>One slot or the note: padded to its one size and sealed under the slot's key of that step.</summary>
internal static class SlotBox
{
    private const int AssociatedSize = 1 + Hash.Size + 1;

    public static int SizeOf(Slot slot) => slot == Slot.Note ? Format.NoteSize : Format.SlotSize;

    public static void Seal(Span<byte> box, Slot slot, ReadOnlySpan<byte> payload, ReadOnlySpan<byte> intakeId, ReadOnlySpan<byte> key)
    {
        Span<byte> associated = stackalloc byte[AssociatedSize];
        Associate(associated, slot, intakeId);
        Span<byte> block = stackalloc byte[SizeOf(slot) - Aead.Overhead];
        try
        {
            Padding.Pad(block, payload);
            Aead.Seal(box, block, associated, key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(block);
        }
    }

    /// <summary>The payload, or null whatever was wrong.</summary>
    public static byte[]? Open(ReadOnlySpan<byte> box, Slot slot, ReadOnlySpan<byte> intakeId, ReadOnlySpan<byte> key)
    {
        Span<byte> associated = stackalloc byte[AssociatedSize];
        Associate(associated, slot, intakeId);
        Span<byte> block = stackalloc byte[SizeOf(slot) - Aead.Overhead];
        if (!Aead.TryOpen(block, box, associated, key))
        {
            return null;
        }

        var length = Padding.LengthOf(block);
        var payload = length < 0 ? null : block[..length].ToArray();
        CryptographicOperations.ZeroMemory(block);
        return payload;
    }

    /// <summary>Steps a slot's key forward in place.</summary>
    public static void Step(Span<byte> key)
    {
        Span<byte> next = stackalloc byte[Hash.Size];
        Hash.Fill(next, key, "next", []);
        next.CopyTo(key);
        CryptographicOperations.ZeroMemory(next);
    }

    private static void Associate(Span<byte> associated, Slot slot, ReadOnlySpan<byte> intakeId)
    {
        associated[0] = Format.Version;
        intakeId.CopyTo(associated[1..]);
        associated[^1] = slot.Number;
    }
}
