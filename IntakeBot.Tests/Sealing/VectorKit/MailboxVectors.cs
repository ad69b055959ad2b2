using System.Globalization;
using System.Text;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>From a typed code to a mailbox and its replies; laid down by hand from the document.</summary>
internal static class MailboxVectors
{
    private const string Code = "00000000000000005724";
    private const int TagAt = 36;
    private const int KeyAt = 52;
    private const int BoxAt = 1268;
    private const int RepliesAt = 1564;
    private const int KeptSize = 2122;

    private static readonly byte[] Server = Fixed.Bytes("server key");
    private static readonly byte[] Root = RootOf(Code, Server);
    private static readonly EpochSecret Secret = new(Hash.Of(Root, "reply key", []));
    private static readonly byte[] Tag = Hash.Of(Root, "mailbox tag", [])[..16];
    private static readonly byte[] Place = Hash.Of([], "mailbox", Secret.Public.Bytes)[..16];

    public static IEnumerable<Vector> All() => [.. Good(), .. Keys(), .. Boxes(), .. Replies(), .. Rows()];

    private static IEnumerable<Vector> Good()
    {
        yield return Opened("good", "No reply yet.", Row());
        yield return Opened("good-one", "One reply.", Row(replies: [Text("en", "Please come back.")]));
        yield return Opened("good-three", "Three replies, the longest in the middle.", Row(replies: [Text("ko", "다시 오세요."), Text("zh-Hans", new string('好', 300)), Text("en", "1")]));
        yield return Opened("good-passes", "Two passes over 16 KiB.", Row(root: RootOf(Code, Server, 2, 16)), passes: 2, kibibytes: 16);
        yield return Opened("good-changes-64", "Every slot was changed 64 times.", Row(box: Fixed.Put(Box(), 85, 64, 64, 64, 64)));
        yield return Opened("good-positions", "Positions 16 to 19.", Row(box: Fixed.Put(Box(), 81, 19, 18, 17, 16)));
    }

    private static IEnumerable<Vector> Keys()
    {
        yield return Wrong("code", "Another code.", Row(), code: "00000000000000000000");
        yield return Wrong("server", "Another server key.", Row(), server: Fixed.Flip(Server, 0));
        yield return Wrong("passes", "Two passes where one was made.", Row(), passes: 2);
        yield return Wrong("memory", "16 KiB where 8 were used.", Row(), kibibytes: 16);
        yield return Wrong("digits-binary", "The digits were hashed as numbers, not as ASCII.", Row(root: RootOf(Code, Server, digits: [.. Code.Select(c => (byte)(c - '0'))])));
        yield return Wrong("pepper", "The server key itself was taken for the pepper.", Row(root: RootOf(Code, Server, pepper: Server)));
        yield return Wrong("salt", "The salt is zero.", Row(root: RootOf(Code, Server, salt: new byte[16])));
        yield return Wrong("key-root", "The box's key is Argon2id's output itself.", Row(boxKey: Root));
        yield return Wrong("key-label", "The box's key was made with the label \"reply key\".", Row(boxKey: Hash.Of(Root, "reply key", [])));
        yield return Wrong("ad-version-2", "The box is bound to format version 2.", Row(associated: [2, .. Tag]));
        yield return Wrong("ad-place", "The box is bound to the mailbox's place.", Row(associated: [1, .. Place]));
        yield return Wrong("ad-none", "The box is bound to nothing.", Row(associated: []));
        yield return Wrong("tag", "The row has another tag.", Fixed.Rehashed(Fixed.Flip(Row(), TagAt)));
        yield return Wrong("box", "One bit of the box is changed.", Fixed.Rehashed(Fixed.Flip(Row(), BoxAt + 100)));
    }

    private static IEnumerable<Vector> Boxes()
    {
        (string Name, string About, int At, byte[] Value)[] wrong =
        [
            ("version-0", "The box's version is 0", 0, [0]), ("version-2", "The box's version is 2", 0, [2]), ("position-20", "A position is 20", 84, [20]),
            ("position-twice", "Two slots have one position", 81, [3, 3]), ("changes-65", "M was changed 65 times", 85, [65]), ("changes-255", "R3 was changed 255 times", 88, [255]),
            ("end-first", "The first byte of the end is not zero", 217, [1]), ("end-last", "The last byte is not zero", 255, [1]),
        ];
        return wrong.Select(w => Wrong($"box-{w.Name}", $"{w.About}.", Row(box: Fixed.Put(Box(), w.At, w.Value))));
    }

    /// <summary>A reply that does not open is none: the others are read.</summary>
    private static IEnumerable<Vector> Replies()
    {
        byte[] text = Text("en", "x"), place = [1, .. Place];
        Vector None(string name, string about, byte[]? reply = null, byte[]? payload = null) =>
            Opened($"reply-{name}", about, Row(sealedReplies: [reply ?? Reply(Block(payload!)), Reply(Block(Text("en", "the other")))]));

        yield return None("ad-version-2", "The first is bound to format version 2.", Reply(Block(text), associated: [2, .. Place]));
        yield return None("ad-tag", "The first is bound to the tag.", Reply(Block(text), associated: [1, .. Tag]));
        yield return None("key-shared", "The first one's key is the shared secret itself.", Reply(Block(text), keyOf: (s, _, _) => s));
        yield return None("key-label", "The first one's key was made with the label \"stanza\".", Reply(Block(text), keyOf: (s, c, p) => Hash.Of(s, "stanza", [.. c, .. p])));
        yield return None("key-order", "The first one's key was made over public key and ciphertext, in this order.", Reply(Block(text), keyOf: (s, c, p) => Hash.Of(s, "reply", [.. p, .. c])));
        yield return None("other", "The first is sealed to another mailbox's key.", Reply(Block(text), to: FixedIntake.BensSecret));
        yield return None("text", "One bit of the first one's text is changed.", Fixed.Flip(Reply(Block(text)), 1200));
        yield return None("kem", "One bit of the first one's ciphertext is changed.", Fixed.Flip(Reply(Block(text)), 0));
        yield return None("padding-none", "The first one has no mark.", Reply(new byte[960], associated: place));
        yield return None("empty", "The first one has no text.", payload: text[..12]);
        yield return None("nothing", "The first one has no byte.", payload: []);
        yield return None("tag-one", "The language tag has one letter.", payload: Text("e", "x"));
        yield return None("tag-capital-end", "A letter follows the language tag's end.", payload: Fixed.Put(text, 11, (byte)'x'));
        yield return None("tag-sign", "The language tag has an underscore.", payload: Text("e_n", "x"));
        yield return None("text-301", "301 characters.", payload: Text("en", new string('x', 301)));
        yield return None("text-blank", "The text is blank.", payload: Text("en", " \n "));
        yield return None("text-control", "The text has a tabulator.", payload: Text("en", "a\tb"));
        yield return None("text-utf8", "The text is no UTF-8.", payload: [.. text, 0xC3]);
    }

    private static IEnumerable<Vector> Rows()
    {
        byte[] row = Row(), stone = Stone();
        Vector Only(string name, string expect, string about, byte[] bytes) => Vector.Draft($"row-{name}", "row", expect, about).With("row", bytes);

        yield return Only("mailbox-good", Vector.Success, "A mailbox.", row);
        yield return Only("tombstone-good", Vector.Success, "A tombstone.", stone);
        yield return Only("mailbox-place", "row", "The place is not the hash of the reply key.", Fixed.Rehashed(Fixed.Flip(row, 2)));
        yield return Only("mailbox-key", "row", "Another reply key than the place says.", Fixed.Rehashed(Fixed.Flip(row, KeyAt)));
        yield return Only("mailbox-key-zero", "row", "The X25519 half of the reply key is zero.", Fixed.Rehashed(Fixed.Put(row, KeyAt + 1184, new byte[32])));
        yield return Only("mailbox-two", "row", "Two replies.", Fixed.Rehashed([.. row[..(RepliesAt + (2 * KeptSize))], .. new byte[32]]));
        yield return Only("mailbox-longer", "row", "One zero byte more before the hash; the hash fits.", Fixed.Rehashed([.. row[..^32], 0, .. new byte[32]]));
        yield return Only("mailbox-kind-hot", "row", "A mailbox that says it is hot.", Fixed.Rehashed(Fixed.Put(row, 1, (byte)'H')));
        yield return Only("tombstone-longer", "row", "One zero byte more before the hash; the hash fits.", Fixed.Rehashed([.. stone[..^32], 0, .. new byte[32]]));
        yield return Only("tombstone-kind-mailbox", "row", "A tombstone that says it is a mailbox.", Fixed.Rehashed(Fixed.Put(stone, 1, (byte)'M')));
        yield return Only("hash-mailbox-tag", "row", "One bit of the tag is changed; the row hash is the old one.", Fixed.Flip(row, TagAt));
        yield return Only("hash-mailbox-day", "row", "One bit of a reply's last day is changed; the row hash is the old one.", Fixed.Flip(row, RepliesAt + 1));
    }

    private static byte[] RootOf(
        string code, byte[] server, uint passes = 1, uint kibibytes = 8, byte[]? digits = null, byte[]? pepper = null, byte[]? salt = null)
    {
        var root = new byte[32];
        pepper ??= Hash.Of(server, "pepper", []);
        Argon.Fill(root, Hash.Of(pepper, "code", digits ?? Encoding.ASCII.GetBytes(code)), salt ?? Hash.Of(pepper, "code salt", [])[..16], new(passes, kibibytes));
        return root;
    }

    private static byte[] Box() =>
        [1, .. Fixed.Bytes("intake place", 16), .. Fixed.Bytes("intake id"), .. Fixed.Bytes("intake A"), 7, 0, 19, 12, 0, 3, 64, 1, .. Fixed.Bytes("keys", 128), .. new byte[39]];

    private static byte[] Text(string tag, string text) => [.. Encoding.ASCII.GetBytes(tag.PadRight(12, '\0')), .. Encoding.UTF8.GetBytes(text)];

    private static byte[] Block(byte[] payload) => FixedIntake.Block(payload, 960);

    private static byte[] Reply(byte[] block, byte[]? to = null, byte[]? associated = null, Func<byte[], byte[], byte[], byte[]>? keyOf = null, byte[]? place = null)
    {
        using var secret = new EpochSecret([.. to ?? Secret.Seed.ToArray()]);
        byte[] ciphertext = new byte[1120], shared = new byte[32], key = secret.Public.Bytes.ToArray();
        Assert.Equal(0, Core.Sealing.Sodium.crypto_kem_enc(ciphertext, shared, key));
        keyOf ??= (s, c, p) => Hash.Of(s, "reply", [.. c, .. p]);
        return [.. ciphertext, .. Fixed.Box(block, associated ?? [1, .. place ?? Place], keyOf(shared, ciphertext, key))];
    }

    private static byte[] Row(
        byte[]? root = null, byte[]? box = null, byte[]? boxKey = null, byte[]? associated = null, byte[][]? replies = null, byte[][]? sealedReplies = null)
    {
        root ??= Root;
        using var secret = new EpochSecret(Hash.Of(root, "reply key", []));
        var tag = Hash.Of(root, "mailbox tag", [])[..16];
        var place = Hash.Of([], "mailbox", secret.Public.Bytes)[..16];
        var all = (sealedReplies ?? [.. (replies ?? []).Select(r => Reply(Block(r), secret.Seed.ToArray(), place: place))]).ToList();
        while (all.Count < 3)
        {
            all.Add(Reply(Block([]), Fixed.Bytes("nobody"), place: place));
        }

        return Fixed.Rehashed(
        [
            1, (byte)'M', .. place, .. Fixed.Bytes("mailbox version", 16), 0x51, 0x4A, .. tag, .. secret.Public.Bytes,
            .. Fixed.Box(box ?? Box(), associated ?? [1, .. tag], boxKey ?? Hash.Of(root, "mailbox box", [])),
            .. all.SelectMany((r, i) => new byte[] { 0x51, (byte)(0x30 - i) }.Concat(r)), .. new byte[32],
        ]);
    }

    private static byte[] Stone() => Fixed.Rehashed([1, (byte)'T', .. Fixed.Bytes("intake place", 16), .. Fixed.Bytes("stone version", 16), 0x52, 0, .. new byte[32]]);

    private static Vector Opened(string name, string about, byte[] row, uint passes = 1, uint kibibytes = 8) =>
        Draft(name, Vector.Success, about, row, Code, Server, passes, kibibytes);

    private static Vector Wrong(string name, string about, byte[] row, string code = Code, byte[]? server = null, uint passes = 1, uint kibibytes = 8) =>
        Draft(name, "mailbox", about, row, code, server ?? Server, passes, kibibytes);

    private static Vector Draft(string name, string expect, string about, byte[] row, string code, byte[] server, uint passes, uint kibibytes) =>
        Vector.Draft($"mailbox-{name}", "mailbox", expect, about)
            .With("server key", ProgramReader.Hex(server)).With("code", code)
            .With("passes", passes.ToString(CultureInfo.InvariantCulture)).With("kibibytes", kibibytes.ToString(CultureInfo.InvariantCulture)).With("mailbox", row);
}
