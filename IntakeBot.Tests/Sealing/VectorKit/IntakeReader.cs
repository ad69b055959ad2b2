using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using static IntakeBot.Tests.Sealing.VectorKit.ProgramReader;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>Both rows, opened with one member's secret.</summary>
internal static class IntakeReader
{
    public static Verdict Read(Vector vector)
    {
        if (SealedRow.Decode(vector.Part("cold")) is not ColdRow cold || SealedRow.Decode(vector.Part("hot")) is not HotRow hot)
        {
            return Verdict.Fails("row");
        }

        using var secret = new EpochSecret(vector.Hex("secret"));
        var place = byte.Parse(vector["roster place"], System.Globalization.CultureInfo.InvariantCulture);
        return IntakeOpener.Open(cold, hot, secret, place) is Opening.Opened opened
            ? new(Layer(opened.Slots), Lines(opened.Slots))
            : Verdict.Fails("stanza");
    }

    /// <summary>A line for each slot: its payload, "-" for one of no bytes, "damaged" for one that did not open.</summary>
    public static string Lines(IReadOnlyDictionary<Slot, byte[]?> slots) => Verdict.Text(
        Slot.All.Select(s => $"{s} {(slots[s] is not { } payload ? "damaged" : payload.Length == 0 ? "-" : Hex(payload))}"));

    private static string Layer(IReadOnlyDictionary<Slot, byte[]?> slots)
    {
        if (slots.Values.Any(p => p is null))
        {
            return "slot";
        }

        return Heading.Decode(slots[Slot.Heading]) is null ? "heading"
            : Enumerable.Range(1, 15).Any(n => Answer.Decode(slots[Slot.Question(n)]) is null) ? "answer" : Vector.Success;
    }
}
