using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Proof;

/// <summary>Opens every intake of a copy as staff do, for its seed and all the keys that its slots have had.</summary>
internal static class LeakKeys
{
    /// <summary>How many intakes opened.</summary>
    public static int Add(LeakNeedles needles, string openedBackup, Identity staff)
    {
        var seeds = new Dictionary<Place, byte[]>();
        var opened = 0;
        using var stream = new BufferedStream(File.OpenRead(openedBackup), 1 << 16);
        _ = new CopyReader(stream).Read((_, _) => { }, row =>
        {
            if (row is ColdRow cold)
            {
                using var seed = Stanza.Open(cold.StanzaAt(0), staff.EpochSecretOf(cold.Epoch)!, cold.Place, 0)!;
                seeds[cold.Place] = seed.Bytes.ToArray();
                needles.Add(LeakKind.Seed, seed.Bytes);
            }
            else if (row is HotRow hot)
            {
                using var seed = Seed.Take(seeds[hot.Place]);
                AddSlots(needles, seed, hot);
                opened++;
            }
        });
        return opened;
    }

    private static void AddSlots(LeakNeedles needles, Seed seed, HotRow hot)
    {
        Span<byte> intakeId = stackalloc byte[Hash.Size];
        Span<byte> positions = stackalloc byte[Format.SlotCount];
        Span<byte> key = stackalloc byte[Hash.Size];
        seed.IntakeId(intakeId);
        seed.Positions(positions);
        foreach (var slot in Slot.All)
        {
            var box = slot == Slot.Note ? hot.Note : hot.Slots.AsSpan(positions[slot.Number] * Format.SlotSize, Format.SlotSize);
            seed.FirstSlotKey(key, slot);
            needles.Add(LeakKind.SlotKey, key);
            while (SlotBox.Open(box, slot, intakeId, key) is null)
            {
                SlotBox.Step(key);
                needles.Add(LeakKind.SlotKey, key);
            }

            SlotBox.Step(key);
            needles.Add(LeakKind.SlotKey, key);
        }
    }
}
