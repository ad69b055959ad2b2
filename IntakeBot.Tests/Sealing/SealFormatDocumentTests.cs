using System.Buffers.Text;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using IntakeBot.Core.Conversations;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;
using Native = IntakeBot.Core.Sealing.Sodium;

namespace IntakeBot.Tests.Sealing;

/// <summary>docs/seal-format.md says what the code does: each number in its tables is compared.</summary>
public sealed partial class SealFormatDocumentTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.Path("docs", "seal-format.md"));

    [Fact]
    public void Sizes() => Same("## Sizes", new()
    {
        ["output of H"] = Hash.Size,
        ["nonce"] = Aead.NonceSize,
        ["tag"] = Aead.Overhead - Aead.NonceSize,
        ["token"] = CallbackToken.Size,
        ["token as text"] = CallbackToken.TextLength,
        ["seed"] = Seed.Size,
        ["server key"] = ServerKey.Size,
        ["slot"] = Format.SlotSize,
        ["payload of a slot, at most"] = Format.SlotSize - Aead.Overhead - 1,
        ["note"] = Format.NoteSize,
        ["payload of the note, at most"] = Format.NoteSize - Aead.Overhead - 1,
        ["all slots"] = HotRow.SlotsSize,
        ["blob, opened"] = Private(typeof(Blob), "Size"),
        ["blob, sealed"] = Format.BlobSize,
        ["X-Wing public key"] = RecipientKey.Size,
        ["X-Wing secret key"] = Native.crypto_kem_SECRETKEYBYTES,
        ["X-Wing ciphertext"] = Native.crypto_kem_CIPHERTEXTBYTES,
        ["X-Wing shared secret"] = Native.crypto_kem_SHAREDSECRETBYTES,
        ["stanza"] = Format.StanzaSize,
        ["heading"] = Heading.Size,
        ["questionnaire hash"] = Heading.HashSize,
        ["receipt code, in digits"] = ReceiptCode.Length,
        ["receipt code, in the blob"] = ReceiptCode.Size,
        ["mailbox box, opened"] = Private(typeof(MailboxBox), "Size"),
        ["mailbox box, sealed"] = Format.MailboxBoxSize,
        ["reply, sealed"] = Format.ReplySize,
        ["text of a reply with its tag, at most"] = Reply.Of("ko", new string('한', Reply.MaxLength))!.Encode().Length,
        ["draft of a reply"] = ReplyDraft.Size,
        ["body of a put reply"] = Core.Exchange.ReplyPut.Size,
        ["case event, unsigned"] = CaseEvent.Size,
        ["case event, sealed"] = Format.EventBoxSize,
        ["body of a case event, at most"] = EventBody.MaxBytes,
        ["note of a case event, at most"] = EventBody.MaxNoteBytes,
        ["hot row"] = HotSize(),
        ["cold row, 4 places"] = ColdSize(4),
        ["cold row, 8 places"] = ColdSize(8),
        ["cold row, 16 places"] = ColdSize(16),
        ["cold row, 32 places"] = ColdSize(32),
        ["mailbox"] = Mailbox.Locked(RowCase.Today).Encode().Length,
        ["tombstone"] = Tombstone.Of(default, RowCase.Today).Encode().Length,
        ["event row"] = EventRow.Size,
    });

    [Fact]
    public void Limits() => Same("## Limits", new()
    {
        ["format version"] = Format.Version,
        ["slots"] = Format.SlotCount,
        ["changes of one slot"] = Blob.MaxChanges,
        ["commits of one conversation"] = Blob.MaxCommits,
        ["keys a reader tries for one slot"] = Private(typeof(IntakeOpener), "MaxKeys"),
        ["days kept, at most"] = Format.DaysKept,
        ["replies of a mailbox"] = Format.RepliesKept,
        ["characters of a reply"] = Reply.MaxLength,
        ["days of a reply, unread"] = Format.ReplyDaysUnread,
        ["days of a reply, after it was first shown"] = Format.ReplyDaysShown,
        ["days between writing and putting a reply, at most"] = Format.ReplyDaysWaiting,
        ["signatures of a reply, at most"] = Format.ReplySignatures,
        ["days of a mailbox after it was last written"] = Format.MailboxDays,
        ["days of a tombstone"] = Format.TombstoneDays,
        ["days of a case event after it was written"] = Format.EventDays,
        ["days that a case event may be written ahead"] = Format.EventDaysAhead,
        ["authors of case events"] = CaseEvent.MostAuthors,
        ["case events of one author at one intake"] = CaseEvent.MostOfAuthor,
        ["parents of a case event"] = CaseEvent.MostParents,
        ["language, highest"] = 15,
        ["step, highest"] = CallbackToken.MaxStep,
    });

    /// <summary>A label in the code that no table names fails here, and one in a table that the code does not use.</summary>
    [Fact]
    public void Labels()
    {
        var code = Directory.GetFiles(Repository.Path("IntakeBot.Core"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => HashCalls().Matches(File.ReadAllText(f)))
            .Select(m => m.Groups["label"].Value).Distinct().Order(StringComparer.Ordinal);
        var document = Rows("## H").Concat(RowsAfter("Labels described in")).Select(row => row[0].Trim('`'));

        Assert.Equal(code, document.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(38, Rows("## H").Count);
    }

    [Fact]
    public void Token_fields()
    {
        Contiguous("## Callback token", 0, CallbackToken.Size);
        var token = new CallbackToken { Language = 2, Step = 0x345, Option = 0x67, Locator = new(L(1)), Key = new(L(2)) };
        using var server = new ServerKey(new byte[32]);
        var bytes = Base64Url.DecodeFromChars(token.Encode(server, 1, 2));

        Assert.Equal(
            ["01", "2345", "67", Convert.ToHexStringLower(Sixteen.ToArray(L(1))), Convert.ToHexStringLower(Sixteen.ToArray(L(2)))],
            Rows("## Callback token").SkipLast(1).Select(row => Convert.ToHexStringLower(bytes.AsSpan(Number(row[0]), Number(row[1])))));
    }

    [Fact]
    public void Steps()
    {
        var gate = typeof(Gate).GetFields().Where(f => f.Name != nameof(Gate.Last)).ToDictionary(f => $"{f.GetRawConstantValue()}", f => f.Name);
        var rows = RowsAfter("Steps:");

        Assert.Equal(gate, rows.SkipLast(1).ToDictionary(row => row[0], row => row[1]));
        Assert.Equal([$"{Gate.Last + 1} to {CallbackToken.MaxStep}", $"after consent: {Gate.Last} + commits made"], rows[^1]);
    }

    [Fact]
    public void Option_bytes()
    {
        var code = 0;
        foreach (var row in RowsAfter("Option byte:"))
        {
            var range = row[0].Split(" to ");
            Assert.Equal(code, Number(range[0]));
            for (; code <= Number(range[^1]); code++)
            {
                Assert.Equal(row[1], Meaning(OptionCode.Read((byte)code), row[1]));
            }
        }

        Assert.Equal(256, code);
    }

    [Fact]
    public void Positions_example()
    {
        var rows = Rows("### Positions");
        using var seed = Seed.Take(RowCase.Bytes(32));
        var block = Hash.Of(seed.Bytes, "positions", [0]);
        var positions = RowCase.Bytes(20);
        Assert.Equal(rows.Select(row => (byte)Number(row[1])), block[..rows.Count]);
        foreach (var row in rows)
        {
            var (i, drawn, limit) = (Number(row[0]), Number(row[1]), Number(row[2]));
            Assert.Equal(256 / (i + 1) * (i + 1), limit);
            if (drawn >= limit)
            {
                Assert.Equal("thrown away", row[3]);
                continue;
            }

            Assert.Equal(drawn % (i + 1), Number(row[3]));
            (positions[i], positions[Number(row[3])]) = (positions[Number(row[3])], positions[i]);
        }

        var derived = new byte[20];
        seed.Positions(derived);
        Assert.Equal(derived, positions);
    }

    [Fact]
    public void Slot_numbers()
    {
        var names = Slot.All.Select(slot => $"{slot}").ToArray();
        var next = 0;
        foreach (var row in Rows("## Slots and the note"))
        {
            var (numbers, ends) = (row[0].Split(" to "), row[1].Split(" to "));
            Assert.Equal(next, Number(numbers[0]));
            Assert.Equal([names[Number(numbers[0])], names[Number(numbers[^1])]], [ends[0], ends[^1]]);
            next = Number(numbers[^1]) + 1;
        }

        Assert.Equal(names.Length, next);
    }

    [Fact]
    public void Heading_fields()
    {
        Contiguous("## Heading", 0, Heading.Size);
        var heading = new Heading { QuestionnaireHash = RowCase.Bytes(20, 1), RosterSerial = 0x21222324, Language = 5, Day = 0x3132, Burst = 1 };
        var bytes = heading.Encode();

        Assert.Equal(
            [Convert.ToHexStringLower(RowCase.Bytes(20, 1)), "21222324", "05", "3132", "01"],
            Rows("## Heading").Select(row => Convert.ToHexStringLower(bytes.AsSpan(Number(row[0]), Number(row[1])))));
    }

    [Fact]
    public void Answers()
    {
        Answer[] all = [new Answer.Empty(), new Answer.One(7), new Answer.Set(0x0102), new Answer.Skipped()];

        Assert.Equal(
            Rows("## Answer").Select(row => row[0].Split('`')[1]),
            all.Select(answer => $"{answer.Encode()[0]:x2}"));
    }

    [Fact]
    public void Notes()
    {
        Assert.Equal(
            [$"{new Answer.Empty().Encode()[0]:X2}", $"{Note.Of("a")!.Encode()[0]:X2}"],
            Rows("## Note").Select(row => row[0].Split('`')[1]));
        Assert.Contains($"1 to {Note.MaxBytes} bytes", Rows("## Note")[1][0], StringComparison.Ordinal);
        Assert.Equal(Format.NoteSize - Aead.Overhead - 1, 1 + Note.MaxBytes);
    }

    [Fact]
    public void Stanza_fields() => Contiguous("## Stanza", 0, Format.StanzaSize);

    [Fact]
    public void Blob_fields()
    {
        Contiguous("## Blob", 0, Private(typeof(Blob), "Size"));
        var at = Rows("## Blob").ToDictionary(row => row[2].Split(':', ';', ',')[0], row => Number(row[0]));

        Assert.Equal(Private(typeof(Blob), "HeadingAt"), at["heading"]);
        Assert.Equal(Private(typeof(Blob), "IntakeIdAt"), at["intake id"]);
        Assert.Equal(Private(typeof(Blob), "AfterAt"), at["A"]);
        Assert.Equal(Private(typeof(Blob), "PositionsAt"), at["positions of the slots"]);
        Assert.Equal(Private(typeof(Blob), "ChangesAt"), at["changes of each slot"]);
        Assert.Equal(Private(typeof(Blob), "WayBackAt"), at["way back"]);
        Assert.Equal(Private(typeof(Blob), "CodeAt"), at["receipt code"]);
        Assert.Equal(Private(typeof(Blob), "KeysAt"), at["next key of each slot"]);
        Assert.Equal(Private(typeof(Blob), "EndAt"), at["zeros"]);
    }

    [Fact]
    public void Check_digits() => Assert.All(Rows("## Receipt code"), row => Assert.Equal(
        row[1].Trim('`'), string.Concat(Enumerable.Range(0, 10).Select(d => Damm.Of([First(Number(row[0])), (byte)d])))));

    [Fact]
    public void Row_fields()
    {
        Contiguous("## Rows", 0, 36);
        Contiguous("### Hot row", 36, HotSize());
        using var intake = new RowCase();
        var (hot, cold) = (intake.Hot.Encode(), intake.Cold.Encode());
        byte[][] parts = [intake.Hot.Door.ToArray(), intake.Hot.Blob, intake.Hot.Slots, intake.Hot.Note, Hash.Of([], "row", hot.AsSpan(0, hot.Length - 32))];
        Assert.Equal(parts, Rows("### Hot row").Select(row => hot[Number(row[0])..(Number(row[0]) + Number(row[1]))]));
        byte[][] head = [[1], "H"u8.ToArray(), intake.Hot.Place.ToArray(), intake.Hot.Version.ToArray(), [0x51, 0x4A]];
        Assert.Equal(head, Rows("## Rows").Select(row => hot[Number(row[0])..(Number(row[0]) + Number(row[1]))]));

        var rows = Rows("### Cold row");
        Assert.Equal(["36", "40", "72", "104", "105", "105 + 1192 × n"], rows.Select(row => row[0]));
        Assert.Equal(["4", "32", "32", "1", "1192 × n", "32"], rows.Select(row => row[1]));
        Assert.Equal([0, 0, 0, 11, .. intake.Cold.RemoveHash, .. intake.Cold.ExtendHash, 4, .. intake.Cold.Stanzas], cold.AsSpan(36, cold.Length - 68).ToArray());
        Assert.Equal(105 + (1192 * 4) + 32, cold.Length);
    }

    [Fact]
    public void Mailbox_fields()
    {
        Contiguous("### Mailbox", 36, 7962);
        Contiguous("## Mailbox box", 0, Private(typeof(MailboxBox), "Size"));
        Contiguous("## Reply", 0, Format.ReplySize);
        var row = Mailbox.Locked(RowCase.Today);
        var bytes = row.Encode();
        byte[][] parts =
        [
            row.Tag.ToArray(), row.Key.Bytes.ToArray(), row.Box, [.. row.Replies.SelectMany(r => new byte[] { (byte)(r.LastDay.Number >> 8), (byte)(r.LastDay.Number & 0xFF) }.Concat(r.Reply.Bytes.ToArray()))],
            Hash.Of([], "row", bytes.AsSpan(0, bytes.Length - 32)),
        ];
        Assert.Equal(parts, Rows("### Mailbox").Select(r => bytes[Number(r[0])..(Number(r[0]) + Number(r[1]))]));
        var at = Rows("## Mailbox box").ToDictionary(r => r[2].Split(',', ' ')[0], r => Number(r[0]));
        string[] fields = ["PlaceAt place", "IntakeIdAt intake", "AfterAt A", "PositionsAt positions", "ChangesAt changes", "KeysAt next", "EndAt zeros"];
        Assert.All(fields.Select(f => f.Split(' ')), f => Assert.Equal(Private(typeof(MailboxBox), f[0]), at[f[1]]));
    }

    [Fact]
    public void Draft_fields()
    {
        Contiguous("## Draft of a reply", 0, ReplyDraft.Size);
        using var made = new MailboxCase();
        using var author = SigningKey.Draw();
        var draft = ReplyDraft.Write(MailboxCase.Text("x"), made.Row.Key, made.SlotOf(Slot.Mailbox), RowCase.Today, 3, author)!;
        var file = draft.Seal(made.Intake.Cold, made.Intake.Staff, RowCase.StaffPlace)!;
        var (key, content) = (new byte[32], new byte[2267]);
        using var seed = made.Intake.Seed();
        seed.DraftKey(key);

        Assert.True(Aead.TryOpen(content, file.AsSpan(18), file.AsSpan(0, 18), key));
        byte[][] parts = [made.Row.Place.ToArray(), [0x51, 0x2C], draft.Reply.Bytes.ToArray(), content[2138..2202], [3], draft.Author.Bytes];
        Assert.Equal(parts.SelectMany(p => p), content);
        Assert.NotNull(draft.Reply.OpenBy(content.AsSpan(2138, 64), made.Row.Key, made.Row.Place));
    }

    [Fact]
    public void Event_fields()
    {
        Contiguous("## Case event", 0, Format.EventBoxSize - Aead.Overhead);
        Contiguous("### Event row", 36, EventRow.Size);
        using var made = new EventCase();
        var stated = EventCase.Made(EventCase.Note("é"), EventCase.Ben, 0x51, new EventHash(6, 7), new EventHash(8, 9));
        var row = made.Seal(stated);
        var content = new byte[Format.EventBoxSize - Aead.Overhead];
        Assert.True(Aead.TryOpen(content, row.Encode().AsSpan(36, 2712), row.Encode().AsSpan(0, 36), made.Key.Box));

        byte[] signature = made.SigningOf(EventCase.Ben).Sign("case event", [.. made.Key.IntakeId, .. content[..2608]]);
        byte[][] parts =
        [
            [1], [2], [0, 0x51], Convert.FromHexString($"{stated.Minute:x8}"), [2],
            [.. RowCase.Sixteen(6), .. RowCase.Sixteen(7), .. RowCase.Sixteen(8), .. RowCase.Sixteen(9), .. new byte[192]], [7], [0, 2], [0xC3, 0xA9, .. new byte[2338]], signature,
        ];
        Assert.Equal(parts, Rows("## Case event").Select(r => content[Number(r[0])..(Number(r[0]) + Number(r[1]))]));
        Assert.Equal(made.Known(row).Hash, EventHash.Read(Hash.Of(made.Key.IntakeId, "event", content.AsSpan(0, 2608))));
    }

    [Fact]
    public void Event_bodies()
    {
        using var made = new EventCase();
        EventBody[] all =
        [
            new EventBody.Opened(), new EventBody.Assigned(null), new EventBody.StatusSet(CaseStatus.Closed), made.Draft(EventCase.Ada).ToEvent(),
            new EventBody.ReplySent(1), new EventBody.ReplyWithdrawn(1), EventCase.Note(new string('x', 1000)),
            EventBody.Tagged.Of(new string('x', EventBody.MaxTagBytes), isOn: true)!, new EventBody.FollowUp(1), new EventBody.Merged(1),
            EventBody.Referred.Of(new string('x', EventBody.MaxPartnerBytes))!, new EventBody.TakenOut(TakenHow.Table),
        ];
        var rows = RowsAfter("Body by kind:");

        Assert.Equal(rows.Select(r => (r[0], r[1].Split(' ')[^1])), all.Select(b => ($"{b.Kind}", $"{b.Encode().Length}")));
        Assert.Equal(rows[2][2], $"status: {string.Join(", ", Enum.GetValues<CaseStatus>().Select(s => $"{(int)s} {s.ToString().ToLowerInvariant()}"))}");
    }

    [Fact]
    public void Memo_fields()
    {
        Assert.Equal(Format.EventBoxSize, Format.StanzaSize + Aead.Overhead + MemoSealer.ContentSize);
        Assert.Equal(MemoSealer.ContentSize, Rows("## Memo").Sum(r => Number(r[1])));
        var made = new Memo { Author = 3, Minute = 0x01020304, Body = MemoBody.ShiftNote.Of("é")! };
        Assert.Equal([1, 3, 1, 2, 3, 4, 1, 0, 2, 0xC3, 0xA9], made.Encode()[..11]);
        MemoBody[] all = [MemoBody.ShiftNote.Of(new string('x', MemoBody.MaxNoteBytes))!, new MemoBody.Trace(1, default, 1), new MemoBody.Asked(1, SecondFor.Openings, 50), new MemoBody.Agreed(1, true)];

        Assert.Equal(RowsAfter("A memo's body:").Select(r => (r[0], r[1].Split(' ')[^1])), all.Select(b => ($"{b.Kind}", $"{b.Encode().Length}")));
    }

    [Fact]
    public void Later_fields()
    {
        Assert.Equal(ReplyAnswers.Size, RowsAfter("R1, 29 bytes").Sum(r => Number(r[1])));
        Assert.Equal(
            Enum.GetValues<ReplyAnswer>().Skip(1).Select(a => $"{(int)a} {a}"), RowsAfter("| answer | meaning |").Select(r => $"{r[0]} {r[1]}"));
        Assert.Equal(Addition.Size, RowsAfter("R2 and R3, 23 bytes").Sum(r => Number(r[1])));
        Assert.Equal([7, 1, 2, 9, 9], new Addition { Option = 7, Day = 0x0102, QuestionnaireHash = Enumerable.Repeat((byte)9, 20).ToArray() }.Encode().Take(5));
    }

    /// <summary>Their values come from a second implementation in Python.</summary>
    [Fact]
    public void Vectors()
    {
        using var seed = Seed.Take(RowCase.Bytes(32));
        using var server = new ServerKey(RowCase.Bytes(32, 32));
        var (l, k) = (Locator.Read(RowCase.Bytes(16, 0x80)), StepKey.Read(RowCase.Bytes(16, 0x90)));
        byte[] id = new byte[32], after = new byte[32], key = new byte[32], positions = new byte[20], blob = new byte[32], next = new byte[16], events = new byte[32];
        seed.IntakeId(id);
        seed.After(after);
        seed.EventKey(events);
        seed.FirstSlotKey(key, Slot.Question(1));
        seed.Positions(positions);
        server.BlobKeyOf(blob, k);
        k.Next().CopyTo(next);
        byte[] second = [.. key];
        SlotBox.Step(second);
        var (remove, extend) = (AfterTokens.Remove(after), AfterTokens.Extend(after));
        byte[] secret = new byte[32], salt = new byte[16];
        server.CodeSecretOf(secret, salt, "00000000000000005724"u8);
        _ = ReceiptCode.Read("0000 0000 0000 0000 5724", out var code);
        using var keys = CodeKeys.Derive(code!, server, ArgonProfile.Default);
        var token = new CallbackToken { Language = 3, Step = 517, Option = 33, Locator = l, Key = k };
        byte[] canonical =
        [
            .. "questionnaire.yaml\0"u8, 0, 0, 0, 0, 0, 0, 0, 10, .. "format: 1\n"u8,
            .. "languages/en.yaml\0"u8, 0, 0, 0, 0, 0, 0, 0, 12, .. "name: \"é\"\n\n"u8,
        ];
        var stated = Rows("## Vectors").ToDictionary(row => row[0], row => row[1].Trim('`'));

        Assert.Equal([1, 4], SlotBox.Open(Convert.FromHexString(stated["box of S01"]), Slot.Question(1), id, key));
        Assert.True(stated.Remove("box of S01"));
        Assert.True(stated.Remove("token", out var text));
        Assert.Equal(token.Encode(server, 1234567890, 9876543210), text);
        var derived = new Dictionary<string, byte[]>
        {
            ["H(none; \"row\", empty)"] = Hash.Of([], "row", []),
            ["intake id"] = id,
            ["A"] = after,
            ["first key of S01"] = key,
            ["second key of S01"] = second,
            ["key of the case events"] = events,
            ["place of the event of author 2 with counter 3"] = EventPlace.Of(after, 2, 3).ToArray(),
            ["remove token"] = remove,
            ["remove hash"] = AfterTokens.RemoveHash(remove),
            ["extend token"] = extend,
            ["extend hash"] = AfterTokens.ExtendHash(extend),
            ["positions"] = positions,
            ["door"] = server.DoorOf(l).ToArray(),
            ["key of the blob's box"] = blob,
            ["next k"] = next,
            ["Argon2id's password for the code 0000 0000 0000 0000 5724"] = secret,
            ["Argon2id's salt"] = salt,
            ["tag of that code's mailbox, 64 MiB and 3 passes"] = keys.Tag.ToArray(),
            ["its place"] = Mailbox.PlaceOf(keys.Reply.Public).ToArray(),
            ["questionnaire hash"] = QuestionnaireHash.Of(canonical),
        };
        Assert.Equal(derived.ToDictionary(d => d.Key, d => Convert.ToHexStringLower(d.Value)), stated);
    }

    [GeneratedRegex("""(?:Hash\.(?:Of|Fill)|\bH)\((?:[^;"]*?), "(?<label>[^"]+)",""")]
    private static partial Regex HashCalls();

    private static UInt128 L(int start) => Sixteen.Read(RowCase.Bytes(16, 16 * start));

    /// <summary>The digit after which the check digit is <paramref name="check"/>.</summary>
    private static byte First(int check) => (byte)Enumerable.Range(0, 10).Single(d => Damm.Of([(byte)d]) == check);

    private static string Meaning(Said? said, string stated) => said switch
    {
        null => "free",
        Said.Choose { Option: >= 0 and < 32 } => "choose option 0 to 31",
        Said.Toggle { On: true } => "switch option 0 to 31 on",
        Said.Toggle => "switch option 0 to 31 off",
        Said.Press press => $"{press.Command}",
        _ => $"not {stated}",
    };

    private static int Private(Type type, string name) =>
        (int)type.GetField(name, BindingFlags.NonPublic | BindingFlags.Static)!.GetRawConstantValue()!;

    private static int HotSize()
    {
        using var intake = new RowCase();
        return intake.Hot.Encode().Length;
    }

    private static int ColdSize(int places)
    {
        using var intake = new RowCase(places: places);
        return intake.Cold.Encode().Length;
    }

    private static void Same(string heading, Dictionary<string, int> code) =>
        Assert.Equal(code, Rows(heading).ToDictionary(row => row[0], row => Number(row[1])));

    /// <summary>Every field begins where the one before it ends.</summary>
    private static void Contiguous(string heading, int start, int end)
    {
        foreach (var row in Rows(heading))
        {
            Assert.Equal(start, Number(row[0]));
            start += Number(row[1]);
        }

        Assert.Equal(end, start);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The first table below a heading.</summary>
    private static List<string[]> Rows(string heading) => RowsAt(Array.IndexOf(Lines, heading));

    /// <summary>The first table below a line that starts so.</summary>
    private static List<string[]> RowsAfter(string start) => RowsAt(Array.FindIndex(Lines, l => l.StartsWith(start, StringComparison.Ordinal)));

    private static List<string[]> RowsAt(int line)
    {
        Assert.True(line >= 0, "The document has no such heading.");
        return
        [
            .. Lines.Skip(line).SkipWhile(l => !l.StartsWith('|')).TakeWhile(l => l.StartsWith('|')).Skip(2)
                .Select(l => l.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()),
        ];
    }
}
