using System.Security.Cryptography;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>The staff's side of the format: from one's own stanza to the seed, from the seed to every slot.</summary>
public static class IntakeOpener
{
    /// <summary>Keys tried for one slot: the first "empty", <see cref="Blob.MaxChanges"/> changes, the last "empty".</summary>
    private const int MaxKeys = Blob.MaxChanges + 2;

    /// <summary><paramref name="rosterPlace"/> is the member's own place; one decapsulation is done.</summary>
    public static Opening Open(ColdRow cold, HotRow hot, EpochSecret secret, byte rosterPlace)
    {
        if (cold.Place != hot.Place || rosterPlace >= cold.Places)
        {
            return new Opening.NotForUs();
        }

        using var seed = Stanza.Open(cold.StanzaAt(rosterPlace), secret, cold.Place, rosterPlace);
        return seed is null ? new Opening.NotForUs() : new Opening.Opened(cold.Place, OpenSlots(seed, hot), CaseKey.Of(seed));
    }

    private static Dictionary<Slot, byte[]?> OpenSlots(Seed seed, HotRow hot)
    {
        Span<byte> intakeId = stackalloc byte[Hash.Size];
        Span<byte> positions = stackalloc byte[Format.SlotCount];
        seed.IntakeId(intakeId);
        seed.Positions(positions);
        var payloads = new Dictionary<Slot, byte[]?>();
        foreach (var slot in Slot.All)
        {
            ReadOnlySpan<byte> box = slot == Slot.Note
                ? hot.Note
                : hot.Slots.AsSpan(positions[slot.Number] * Format.SlotSize, Format.SlotSize);
            payloads[slot] = OpenSlot(seed, slot, box, intakeId);
        }

        return payloads;
    }

    private static byte[]? OpenSlot(Seed seed, Slot slot, ReadOnlySpan<byte> box, ReadOnlySpan<byte> intakeId)
    {
        Span<byte> key = stackalloc byte[Hash.Size];
        try
        {
            seed.FirstSlotKey(key, slot);
            for (var step = 0; step < MaxKeys; step++)
            {
                if (SlotBox.Open(box, slot, intakeId, key) is { } payload)
                {
                    return payload;
                }

                SlotBox.Step(key);
            }

            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
