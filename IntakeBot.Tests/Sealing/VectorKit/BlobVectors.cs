using System.Globalization;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>From a button's key to the state of a conversation.</summary>
internal static class BlobVectors
{
    private const int BlobAt = 52;

    private static readonly byte[] Server = Fixed.Bytes("server key");
    private static readonly byte[] K = Fixed.Bytes("k", 16);

    /// <summary>Damm's check digit of 572 is 4.</summary>
    private static readonly (string Name, string About, string Code)[] WrongCodes =
    [
        ("check", "The receipt code's check digit is wrong", "00000000000000005725"), ("swapped", "Two digits of the receipt code are swapped", "00000000000000007524"),
        ("letter", "The receipt code's first digit is 10", "A0000000000000005724"), ("last-letter", "The receipt code's last digit is 15", "0000000000000000572F"),
        ("half", "The receipt code's last byte is missing", "000000000000000057FF"),
    ];

    public static IEnumerable<Vector> All()
    {
        using var intake = new FixedIntake();
        return [.. Keys(intake), .. Bound(intake), .. Fields(intake), .. Good(intake)];
    }

    private static IEnumerable<Vector> Keys(FixedIntake intake)
    {
        var hot = Hot(intake, Plain(intake));
        byte[] third = Key(3), later = Hot(intake, Plain(intake), key: BlobKey(Server, third));
        yield return Opened("good", "The newest key opens.", hot);
        yield return Opened("good-late-3", "A key three steps behind, and three steps are tried.", later, steps: 3);
        yield return Opened("good-late-1000", "A key three steps behind, and a thousand are tried.", later, steps: 1000);
        yield return Wrong("late-2", "A key three steps behind, and two are tried.", later, steps: 2);
        yield return Wrong("early", "A key one step ahead: it never steps back.", hot, k: Key(1), steps: 1000);
        yield return Wrong("k", "Another k.", hot, k: Fixed.Flip(K, 0));
        yield return Wrong("server", "Another server key.", hot, server: Fixed.Flip(Server, 31));
        yield return Wrong("key-k", "The box's key was made without the server key.", Hot(intake, Plain(intake), key: Hash.Of(new byte[32], "blob", K)));
        yield return Wrong("key-mac", "The box's key was made from the key of tokens.", Hot(intake, Plain(intake), key: Hash.Of(Hash.Of(Server, "mac", []), "blob", K)));
        yield return Wrong("finished", "The person is done: random bytes.", intake.Hot);
        yield return Draft("blob-row", "row", "One bit of the blob is changed, and the row hash is the old one.", Fixed.Flip(hot, BlobAt));
    }

    private static IEnumerable<Vector> Bound(FixedIntake intake)
    {
        var (hot, place) = (Hot(intake, Plain(intake)), intake.Place.ToArray());
        yield return Wrong("nonce", "One bit of the nonce is changed.", Fixed.Rehashed(Fixed.Flip(hot, BlobAt)));
        yield return Wrong("text", "One bit of the ciphertext is changed.", Fixed.Rehashed(Fixed.Flip(hot, BlobAt + 24)));
        yield return Wrong("tag", "One bit of the tag is changed.", Fixed.Rehashed(Fixed.Flip(hot, BlobAt + 935)));
        yield return Wrong("place", "The row names another place.", Fixed.Rehashed(Fixed.Flip(hot, 2)));
        yield return Wrong("ad-version-0", "The box is bound to format version 0.", Hot(intake, Plain(intake), [0, .. place]));
        yield return Wrong("ad-version-2", "The box is bound to format version 2.", Hot(intake, Plain(intake), [2, .. place]));
        yield return Wrong("ad-none", "The box is bound to nothing.", Hot(intake, Plain(intake), []));
    }

    private static IEnumerable<Vector> Fields(FixedIntake intake)
    {
        (string Name, string About, int At, byte Value)[] wrong =
        [
            ("version-0", "The blob's version is 0", 0, 0), ("version-2", "The blob's version is 2", 0, 2), ("language-16", "The language is 16", 2, 16),
            ("stage-3", "The stage is 3", 3, 3), ("stage-255", "The stage is 255", 3, 255), ("heading-language", "The heading's language is 16", 40, 16),
            ("heading-burst", "The heading's burst is 3", 43, 3), ("position-20", "A position is 20", 108, 20), ("position-255", "A position is 255", 127, 255),
            ("changes-65", "S00 was changed 65 times", 128, 65), ("changes-255", "S19 was changed 255 times", 147, 255),
            ("note-changes-65", "The note was changed 65 times", 148, 65), ("way-first", "The way back is not zero", 149, 1),
            ("way-last", "The way back's last byte is not zero", 180, 1), ("code-first", "The receipt code is not 0xFF", 181, 0),
            ("code-last", "The receipt code's last byte is not 0xFF", 190, 0xFE), ("byte-191", "Byte 191 is not zero", 191, 1),
            ("end-first", "The first byte of the end is not zero", 864, 1), ("end-last", "The last byte is not zero", 895, 0x80),
        ];
        foreach (var (name, about, at, value) in wrong)
        {
            yield return Wrong(name, $"{about}.", Hot(intake, Fixed.Put(Plain(intake), at, value)));
        }

        foreach (var (name, about, code) in WrongCodes)
        {
            yield return Wrong($"code-{name}", $"{about}.", Hot(intake, Fixed.Put(Plain(intake), 181, Convert.FromHexString(code))));
        }

        var plain = Plain(intake);
        yield return Wrong("position-twice", "Two slots have one position.", Hot(intake, Fixed.Put(plain, 109, plain[108])));
    }

    private static IEnumerable<Vector> Good(FixedIntake intake)
    {
        yield return Opened("good-changes-64", "S00 was changed 64 times: worn out.", Hot(intake, Fixed.Put(Plain(intake), 128, 64)));
        yield return Opened("good-note-changes-64", "The note was changed 64 times: worn out.", Hot(intake, Fixed.Put(Plain(intake), 148, 64)));
        yield return Opened("good-commits-999", "999 commits: one more is possible.", Hot(intake, Fixed.Put(Plain(intake), 4, 0x03, 0xE7)));
        yield return Opened("good-commits-1000", "1000 commits: worn out.", Hot(intake, Fixed.Put(Plain(intake), 4, 0x03, 0xE8)));
        byte[] code = Convert.FromHexString("00000000000000005724"), way = [.. Fixed.Bytes("other L", 16), .. Fixed.Bytes("other k", 16)];
        yield return Opened("good-code", "It holds a receipt code.", Hot(intake, Fixed.Put(Plain(intake), 181, code)));
        yield return Opened("good-code-zeros", "It holds a receipt code of zeros.", Hot(intake, Fixed.Put(Plain(intake), 181, new byte[10])));
        yield return Opened("good-way-back", "It holds a way back.", Hot(intake, Fixed.Put(Plain(intake), 149, way)));
        yield return Opened("good-code-way-back", "It holds a way back and a receipt code.", Hot(intake, Fixed.Put(Fixed.Put(Plain(intake), 149, way), 181, code)));
        yield return Opened("good-most", "Form, language, stage, toggles, slots to ask and flags as large as they may be.",
            Hot(intake, Fixed.Put(Fixed.Put(Plain(intake), 1, 255, 15, 2), 6, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255)));
    }

    /// <summary>The 896 bytes, each field laid down by its offset in the document.</summary>
    private static byte[] Plain(FixedIntake intake)
    {
        var plain = new byte[896];
        byte[] start = [1, 2, 3, 1, 0, 9, 1, 2, 0, 0, 0xFF, 0xFE, 0x80, 0, 0, 1, .. FixedIntake.Payloads[Slot.Heading]!, .. intake.Id, .. intake.After];
        start.CopyTo(plain, 0);
        Enumerable.Range(0, 20).Select(n => (byte)((intake.BoxAt(n) - FixedIntake.SlotsAt) / 72)).ToArray().CopyTo(plain, 108);
        RowCase.Bytes(21, 1).CopyTo(plain, 128);
        plain.AsSpan(181, 10).Fill(0xFF);
        Enumerable.Range(0, 21).SelectMany(n => intake.Key(n, n + 2)).ToArray().CopyTo(plain, 192);
        return plain;
    }

    private static byte[] Hot(FixedIntake intake, byte[] plain, byte[]? associated = null, byte[]? key = null) =>
        Fixed.Rehashed(Fixed.Put(intake.Hot, BlobAt, Fixed.Box(plain, associated ?? [1, .. intake.Place.ToArray()], key ?? BlobKey(Server, K))));

    private static byte[] BlobKey(byte[] server, byte[] k) => Hash.Of(Hash.Of(server, "state", []), "blob", k);

    private static byte[] Key(int steps) => steps == 0 ? K : Hash.Of(Key(steps - 1), "step", [])[..16];

    private static Vector Opened(string name, string about, byte[] hot, int steps = 0) => Draft($"blob-{name}", Vector.Success, about, hot, steps: steps);

    private static Vector Wrong(string name, string about, byte[] hot, byte[]? server = null, byte[]? k = null, int steps = 0) =>
        Draft($"blob-{name}", "blob", about, hot, server, k, steps);

    private static Vector Draft(string name, string expect, string about, byte[] hot, byte[]? server = null, byte[]? k = null, int steps = 0) =>
        Vector.Draft(name, "blob", expect, about)
            .With("server key", ProgramReader.Hex(server ?? Server)).With("k", ProgramReader.Hex(k ?? K))
            .With("steps", steps.ToString(CultureInfo.InvariantCulture)).With("hot", hot);
}
