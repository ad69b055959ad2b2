using System.Buffers.Binary;
using System.Text;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>Case events of one intake by the member at place 2; laid down by hand from the document.</summary>
internal static class EventVectors
{
    private const byte Author = 2;
    private const ushort Today = 20_780;
    private const int ParentsAt = 9;
    private const int BodyAt = 268;

    private static readonly byte[] Seed = Fixed.Bytes("event seed");
    private static readonly byte[] Id = Hash.Of(Seed, "intake", []);
    private static readonly byte[] After = Hash.Of(Seed, "after", []);
    private static readonly SigningKey Member = new(Fixed.Bytes("event author"));
    private static readonly byte[][] Hashes = [.. Enumerable.Range(0, 8).Select(i => Fixed.Put(Fixed.Bytes($"parent {i}"), 0, (byte)(i + 1)))];

    public static IEnumerable<Vector> All() => [.. Good(), .. Contents(), .. Boxes(), .. Rows()];

    private static IEnumerable<Vector> Good()
    {
        yield return Opened("opened", "Opened.", Row(Content(1, [])));
        yield return Opened("assigned", "Assigned to the last place.", Row(Content(2, [31])));
        yield return Opened("nobody", "Assigned to nobody.", Row(Content(2, [0xFF])));
        yield return Opened("status", "Closed.", Row(Content(3, [5])));
        yield return Opened("drafted", "A reply drafted.", Row(Content(4, Draft())));
        yield return Opened("sent", "A reply sent.", Row(Content(5, Fixed.Bytes("name", 8))));
        yield return Opened("withdrawn", "A reply withdrawn.", Row(Content(6, Fixed.Bytes("name", 8))));
        yield return Opened("note", "A note.", Row(Content(7, Encoding.UTF8.GetBytes("그 아이는\n여섯 살입니다."))));
        yield return Opened("note-longest", "A note of 1000 bytes.", Row(Content(7, new byte[1000].Select(_ => (byte)'x').ToArray())));
        yield return Opened("parents", "Eight parents.", Row(Content(1, [], parents: Hashes)));
        yield return Opened("last", "The last counter of the last author, at the last minute.", Row(Content(1, [], 31, 127, 94_371_839), 31, 127), place: 31);
        yield return Opened("kind-8", "A kind of a later program, as long as it can be.", Row(Content(8, Fixed.Bytes("later", 2340))));
        yield return Opened("kind-255", "A kind of a later program, without a body.", Row(Content(255, [])));
        yield return Opened("opened-longer", "Opened with a body: of a later program.", Row(Content(1, [0])));
        yield return Opened("assigned-32", "Assigned to place 32: of a later program.", Row(Content(2, [32])));
        yield return Opened("status-6", "A status of a later program.", Row(Content(3, [6])));
        yield return Opened("draft-shorter", "A draft that is a byte short: of a later program.", Row(Content(4, Draft()[..^1])));
        yield return Opened("sent-longer", "A name of nine bytes: of a later program.", Row(Content(5, new byte[9])));
        yield return Opened("note-empty", "A note without a byte: of a later program.", Row(Content(7, [])));
        yield return Opened("note-1001", "A note of 1001 bytes: of a later program.", Row(Content(7, new byte[1001].Select(_ => (byte)'x').ToArray())));
        yield return Opened("note-utf8", "A note that is no UTF-8: of a later program.", Row(Content(7, [0x61, 0xC3])));
        yield return Opened("note-control", "A note with a tabulator: of a later program.", Row(Content(7, "a\tb"u8.ToArray())));
        yield return Opened("tag", "A tag put there.", Row(Content(8, [1, .. "가족"u8])));
        yield return Opened("tag-off", "A tag of 48 bytes taken away.", Row(Content(8, [0, .. Letters(48)])));
        yield return Opened("tag-49", "A tag of 49 bytes: of a later program.", Row(Content(8, [1, .. Letters(49)])));
        yield return Opened("tag-2", "A tag that is neither there nor away: of a later program.", Row(Content(8, [2, .. "x"u8])));
        yield return Opened("tag-none", "No tag at all: of a later program.", Row(Content(8, [1])));
        yield return Opened("tag-blank", "A tag that ends with a blank: of a later program.", Row(Content(8, [1, .. "x "u8])));
        yield return Opened("tag-lines", "A tag of two lines: of a later program.", Row(Content(8, [1, .. "x\ny"u8])));
        yield return Opened("follow", "To be looked at again.", Row(Content(9, [0x51, 0x2C])));
        yield return Opened("follow-none", "At no certain day.", Row(Content(9, [0, 0])));
        yield return Opened("follow-longer", "A day of three bytes: of a later program.", Row(Content(9, [0, 0, 0])));
        yield return Opened("merged", "It goes on with another intake.", Row(Content(10, Fixed.Bytes("another place", 16))));
        yield return Opened("merged-shorter", "A place of 15 bytes: of a later program.", Row(Content(10, Fixed.Bytes("another place", 15))));
        yield return Opened("referred", "To a partner whose name has 100 bytes.", Row(Content(11, Letters(100))));
        yield return Opened("referred-101", "A name of 101 bytes: of a later program.", Row(Content(11, Letters(101))));
        yield return Opened("printed", "Printed.", Row(Content(12, [0])));
        yield return Opened("taken-2", "Taken out in a form of a later program.", Row(Content(12, [2])));
        yield return Opened("left", "Nobody is at the author's place: it is not verified.", Row(Content(1, [])), place: 3);
        yield return Opened("before", "Another member is there, who came the day after: it is not verified.", Row(Content(1, []), by: Fixed.Bytes("who was there before")), since: Today + 1);
    }

    private static IEnumerable<Vector> Contents()
    {
        var note = Content(7, "x"u8.ToArray(), parents: [Hashes[0], Hashes[1]]);
        (string Name, string About, int At, byte[] Value)[] wrong =
        [
            ("version-0", "The event's version is 0", 0, [0]), ("version-2", "The event's version is 2", 0, [2]),
            ("parents-9", "Nine parents", 8, [9]), ("parents-falling", "The parents fall", ParentsAt, [.. Hashes[1], .. Hashes[0]]),
            ("parents-same", "One parent twice", ParentsAt, [.. Hashes[0], .. Hashes[0]]), ("parents-fewer", "A hash stands behind the last parent", 8, [1]),
            ("parents-behind", "The last byte behind the parents is not zero", 264, [1]), ("kind-0", "The kind is 0", 265, [0]),
            ("length", "The body is longer than there is room", 266, [0x09, 0x25]), ("body-behind", "The last byte behind the body is not zero", 2607, [1]),
        ];
        foreach (var (name, about, at, value) in wrong)
        {
            yield return Wrong(name, $"{about}.", Row(Fixed.Put(note, at, value)));
        }

        yield return Wrong("author-32", "The author is at place 32.", Row(Content(1, [], 32), 32));
        yield return Wrong("counter-128", "The counter is 128.", Row(Content(1, [], counter: 128), counter: 128));
        yield return Wrong("minute", "A minute behind the last day that two bytes can say.", Row(Content(1, [], minute: 94_371_840)));
        yield return Wrong("place-counter", "It lies where the author's next event should.", Row(Content(1, []), counter: 1));
        yield return Wrong("place-author", "It lies where another author's event should.", Row(Content(1, []), 3));
        yield return Wrong("draft-name", "The draft has another name.", Row(Content(4, Fixed.Flip(Draft(), 0))));
        yield return Wrong("draft-author", "The draft is another author's.", Row(Content(4, Draft(3))));
        yield return Wrong("signature", "One bit of the signature is changed.", Row(Content(1, []), spoil: s => Fixed.Flip(s, 5)));
        yield return Wrong("signed-other", "Another member signed it.", Row(Content(1, []), by: Fixed.Bytes("another")));
        yield return Wrong("signed-purpose", "It was signed as a reply.", Row(Content(1, []), purpose: "reply"));
        yield return Wrong("signed-intake", "It was signed for another intake.", Row(Content(1, []), id: Fixed.Bytes("another intake")));
        yield return Wrong("signed-unbound", "It was signed without the intake.", Row(Content(1, []), id: []));
        yield return Wrong("since", "Another member has been at that place since that day.", Row(Content(1, []), by: Fixed.Bytes("who was there before")), since: Today);
    }

    private static IEnumerable<Vector> Boxes()
    {
        var content = Content(1, []);
        yield return Wrong("key-label", "The box's key was made with the label \"draft\".", Row(content, key: Hash.Of(Seed, "draft", [])));
        yield return Wrong("key-after", "The box's key was made from A.", Row(content, key: Hash.Of(After, "event key", [])));
        yield return Wrong("key-seed", "The box's key is the seed.", Row(content, key: Seed));
        yield return Wrong("ad-none", "The box is bound to nothing.", Row(content, associated: _ => []));
        yield return Wrong("ad-place", "The box is bound to version and place.", Row(content, associated: head => [1, .. head[2..18]]));
        yield return Wrong("box", "One bit of the box is changed.", Fixed.Rehashed(Fixed.Flip(Row(content), 100)));
        yield return Wrong("expiry", "The expiry day is another.", Fixed.Rehashed(Fixed.Flip(Row(content), 35)));
        yield return Wrong("row-version", "The row version is another.", Fixed.Rehashed(Fixed.Flip(Row(content), 20)));
        yield return Wrong("place", "The place is another.", Fixed.Rehashed(Fixed.Flip(Row(content), 2)));
    }

    private static IEnumerable<Vector> Rows()
    {
        var row = Row(Content(1, []));
        Vector Only(string name, string expect, string about, byte[] bytes) => Vector.Draft($"row-{name}", "row", expect, about).With("row", bytes);

        yield return Only("event-good", Vector.Success, "A case event.", row);
        yield return Only("event-shorter", "row", "One byte of the box is gone; the hash fits.", Fixed.Rehashed([.. row[..^33], .. new byte[32]]));
        yield return Only("event-longer", "row", "One zero byte more before the hash; the hash fits.", Fixed.Rehashed([.. row[..^32], 0, .. new byte[32]]));
        yield return Only("event-kind-tombstone", "row", "A case event that says it is a tombstone.", Fixed.Rehashed(Fixed.Put(row, 1, (byte)'T')));
        yield return Only("event-kind-small", "row", "The kind is a small v.", Fixed.Rehashed(Fixed.Put(row, 1, (byte)'v')));
        yield return Only("hash-event-box", "row", "One bit of the box is changed; the row hash is the old one.", Fixed.Flip(row, 500));
    }

    private static byte[] Content(byte kind, byte[] body, byte author = Author, ushort counter = 0, uint minute = Today * 24u * 60u, byte[][]? parents = null)
    {
        var content = new byte[2608];
        (content[0], content[1], content[8], content[265]) = (1, author, (byte)(parents?.Length ?? 0), kind);
        BinaryPrimitives.WriteUInt16BigEndian(content.AsSpan(2), counter);
        BinaryPrimitives.WriteUInt32BigEndian(content.AsSpan(4), minute);
        BinaryPrimitives.WriteUInt16BigEndian(content.AsSpan(266), (ushort)body.Length);
        return Fixed.Put(Fixed.Put(content, ParentsAt, [.. (parents ?? []).SelectMany(p => p)]), BodyAt, body);
    }

    private static byte[] Letters(int count) => [.. Enumerable.Repeat((byte)'x', count)];

    private static byte[] Draft(byte author = Author)
    {
        var reply = Fixed.Bytes("sealed reply", 2120);
        return [.. Hash.Of([], "reply id", reply)[..8], .. Fixed.Bytes("mailbox", 16), 0x51, 0x2C, .. reply, .. Fixed.Bytes("draw", 64), author, .. Fixed.Bytes("signature", 64)];
    }

    private static byte[] Row(
        byte[] content, byte author = Author, ushort counter = 0, byte[]? by = null, string purpose = "case event", byte[]? id = null, byte[]? key = null,
        Func<byte[], byte[]>? associated = null, Func<byte[], byte[]>? spoil = null)
    {
        using var signing = new SigningKey(by ?? Fixed.Bytes("event author"));
        var signature = signing.Sign(purpose, [.. id ?? Id, .. content]);
        byte[] head =
        [
            1, (byte)'V', .. Hash.Of(After, "event place", [author, (byte)(counter >> 8), (byte)counter])[..16], .. Fixed.Bytes("event version", 16),
            (Today + 180) >> 8, (Today + 180) & 0xFF,
        ];
        return Fixed.Rehashed(
        [
            .. head, .. Fixed.Box([.. content, .. spoil?.Invoke(signature) ?? signature], associated?.Invoke(head) ?? head, key ?? Hash.Of(Seed, "event key", [])), .. new byte[32],
        ]);
    }

    private static Vector Opened(string name, string about, byte[] row, byte place = Author, int since = 0) => Draft($"good-{name}", Vector.Success, about, row, place, since);

    private static Vector Wrong(string name, string about, byte[] row, int since = 0) => Draft(name, "event", about, row, Author, since);

    private static Vector Draft(string name, string expect, string about, byte[] row, byte place, int since) =>
        Vector.Draft($"event-{name}", "event", expect, about)
            .With("seed", ProgramReader.Hex(Seed)).With("member place", $"{place}").With("member key", ProgramReader.Hex(Member.Public.Bytes))
            .With("since", $"{since}").With("event", row);
}
