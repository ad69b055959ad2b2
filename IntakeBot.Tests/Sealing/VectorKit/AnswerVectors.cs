using IntakeBot.Core.Intakes;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>Every slot opens; what one of them holds is no heading, or no answer.</summary>
internal static class AnswerVectors
{
    private static readonly byte[] Heading = FixedIntake.Payloads[Slot.Heading]!;

    public static IEnumerable<Vector> All()
    {
        using var intake = new FixedIntake();
        return [.. Headings(intake), .. Answers(intake)];
    }

    private static IEnumerable<Vector> Headings(FixedIntake intake)
    {
        Vector Wrong(string name, string about, byte[] payload) => Sealed(intake, $"heading-{name}", "heading", about, 0, payload);
        Vector Right(string name, string about, byte[] payload) => Sealed(intake, $"good-heading-{name}", Vector.Success, about, 0, payload);

        yield return Wrong("27", "S00 holds 27 bytes.", Heading[..27]);
        yield return Wrong("29", "S00 holds 29 bytes.", [.. Heading, 0]);
        yield return Wrong("31", "S00 holds 31 bytes.", [.. Heading, 0, 0, 0]);
        yield return Wrong("none", "S00 holds no byte.", []);
        yield return Wrong("answer", "S00 holds the answer \"empty\".", [0]);
        yield return Wrong("language-16", "The language is 16.", Fixed.Put(Heading, 24, 16));
        yield return Wrong("language-255", "The language is 255.", Fixed.Put(Heading, 24, 255));
        yield return Wrong("burst-3", "The burst is 3.", Fixed.Put(Heading, 27, 3));
        yield return Wrong("burst-255", "The burst is 255.", Fixed.Put(Heading, 27, 255));
        yield return Right("least", "Every field is zero.", new byte[28]);
        yield return Right("most", "Every field is as large as it may be.", [.. Enumerable.Repeat((byte)255, 24), 15, 255, 255, 2]);
    }

    private static IEnumerable<Vector> Answers(FixedIntake intake)
    {
        (string Name, string About, byte[] Payload)[] wrong =
        [
            ("none", "no byte", []), ("empty-longer", "\"empty\" and one byte", [0, 0]), ("one-none", "one option without the option", [1]),
            ("one-longer", "one option and one byte", [1, 5, 0]), ("set-none", "a set without the mask", [2]),
            ("set-shorter", "a set with half a mask", [2, 1]), ("set-longer", "a set and one byte", [2, 0, 1, 0]),
            ("skipped-longer", "\"skipped\" and one byte", [3, 0]), ("kind-4", "the first byte 4", [4]), ("kind-128", "the first byte 0x80", [0x80]),
            ("kind-255", "the first byte 255 and an option", [255, 1]), ("text", "text", [.. "Busan"u8]),
        ];
        foreach (var (name, about, payload) in wrong)
        {
            yield return Sealed(intake, $"answer-{name}", "answer", $"S05 holds {about}.", 5, payload);
        }

        yield return Sealed(intake, "answer-first", "answer", "S01 holds the first byte 4.", 1, [4]);
        yield return Sealed(intake, "answer-last", "answer", "S15 holds the first byte 4.", 15, [4]);
        yield return Sealed(intake, "good-mailbox", Vector.Success, "M holds no answer, and is not read as one.", 16, [4]);
        yield return Sealed(intake, "good-reserved", Vector.Success, "R3 holds no answer, and is not read as one.", 19, [4]);
        yield return Sealed(intake, "good-set", Vector.Success, "S05 holds a set of one option.", 5, [2, 0x80, 0]);
    }

    private static Vector Sealed(FixedIntake intake, string name, string expect, string about, int slot, byte[] payload) =>
        SlotVectors.With(
            StanzaVectors.Intake(name, expect, about, intake.Cold, intake.HotWith(slot, FixedIntake.Block(payload))), new() { [slot] = payload });
}
