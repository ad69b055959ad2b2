using CsCheck;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Tests.Intakes;

/// <summary>What staff write down comes back as it was written, and what a newer program wrote is not lost.</summary>
public sealed class CaseEventTests
{
    private static readonly string[] Tags = ["child", "가족", "to call", "x"];

    internal static readonly Gen<EventHash> Hashes = Gen.Select(Gen.UInt128, Gen.UInt128, (high, low) => new EventHash(high, low));

    internal static readonly Gen<EventBody> Bodies = Gen.OneOf<EventBody>(
        Gen.Const<EventBody>(new EventBody.Opened()),
        Gen.Byte[0, 32].Select(to => (EventBody)new EventBody.Assigned(to == 32 ? null : to)),
        Gen.Int[0, 5].Select(s => (EventBody)new EventBody.StatusSet((CaseStatus)s)),
        Gen.Select(Gen.ULong[0, 5], Gen.Byte.Array[EventBody.DraftSize], (name, draft) => (EventBody)new EventBody.ReplyDrafted(name, draft)),
        Gen.ULong[0, 5].Select(name => (EventBody)new EventBody.ReplySent(name)),
        Gen.ULong[0, 5].Select(name => (EventBody)new EventBody.ReplyWithdrawn(name)),
        Gen.String[Gen.Char['가', '힣'], 1, 333].Select(text => (EventBody)EventBody.Noted.Of(text)!),
        Gen.Select(Gen.Int[0, 3], Gen.Bool, (tag, isOn) => (EventBody)EventBody.Tagged.Of(Tags[tag], isOn)!),
        Gen.UShort[0, 3].Select(day => (EventBody)new EventBody.FollowUp(day)),
        Gen.Int[0, 2].Select(into => (EventBody)new EventBody.Merged((UInt128)into)),
        Gen.String[Gen.Char['가', '힣'], 1, 33].Select(partner => (EventBody)EventBody.Referred.Of(partner)!),
        Gen.Int[0, 1].Select(how => (EventBody)new EventBody.TakenOut((TakenHow)how)),
        Gen.Select(Gen.Byte[8, 255], Gen.Byte.Array[0, EventBody.MaxBytes], (kind, bytes) => EventBody.Decode(kind, bytes)));

    internal static readonly Gen<CaseEvent> Events =
        Gen.Select(Gen.Byte[0, 31], Gen.UShort[0, 127], Gen.UInt[0, CaseEvent.LastMinute], Hashes.Array[0, 8], Bodies, (author, counter, minute, parents, body) => new CaseEvent
        {
            Author = author,
            Counter = counter,
            Minute = minute,
            Parents = [.. parents.Distinct().Order()],
            Body = body,
        });

    private static readonly CaseEvent Note = new()
    {
        Author = 3,
        Counter = 7,
        Minute = 5,
        Parents = [new(0, 1), new(1, 0)],
        Body = EventBody.Noted.Of("She has a child.")!,
    };

    [Fact]
    public void Whatever_is_written_is_read_and_written_the_same_again() => Events.Sample(made =>
    {
        var bytes = made.Encode();
        var read = CaseEvent.Decode(bytes)!;

        Assert.Equal(CaseEvent.Size, bytes.Length);
        Assert.Equal(bytes, read.Encode());
        Assert.Equal((made.Author, made.Counter, made.Minute, made.Body.Kind), (read.Author, read.Counter, read.Minute, read.Body.Kind));
        Assert.Equal(made.Parents, read.Parents);
        Assert.Equal(made.Body.GetType(), read.Body.GetType());
    }, iter: 500);

    [Fact]
    public void Whatever_decodes_is_encoded_to_the_same_bytes() => Gen.Select(Events, Gen.Int[0, CaseEvent.Size - 1], Gen.Byte).Sample((made, at, value) =>
    {
        var bytes = made.Encode();
        bytes[at] = value;
        Assert.True(CaseEvent.Decode(bytes) is not { } read || read.Encode().SequenceEqual(bytes));
    }, iter: 2000);

    /// <summary>kind, body: of a newer program, or not as this one writes it.</summary>
    [Theory]
    [InlineData(8, "")]
    [InlineData(255, "0102")]
    [InlineData(1, "00")]
    [InlineData(2, "20")]
    [InlineData(2, "")]
    [InlineData(3, "06")]
    [InlineData(5, "01020304050607")]
    [InlineData(7, "")]
    [InlineData(7, "61C3")]
    [InlineData(7, "07")]
    [InlineData(8, "01")]
    [InlineData(8, "0278")]
    [InlineData(8, "017820")]
    [InlineData(8, "01780A79")]
    [InlineData(9, "00")]
    [InlineData(10, "00")]
    [InlineData(11, "")]
    [InlineData(12, "02")]
    public void What_this_program_does_not_know_is_kept_to_the_byte(int kind, string body)
    {
        var unknown = Assert.IsType<EventBody.Unknown>(EventBody.Decode((byte)kind, Convert.FromHexString(body)));
        var read = CaseEvent.Decode((Note with { Body = unknown }).Encode())!;

        var kept = Assert.IsType<EventBody.Unknown>(read.Body);
        Assert.Equal((kind, body), (kept.Kind, Convert.ToHexString(kept.Bytes.Span)));
    }

    [Fact]
    public void What_is_not_written_is_not_read()
    {
        var bytes = Note.Encode();
        byte[] With(int at, params byte[] value)
        {
            byte[] copy = [.. bytes];
            value.CopyTo(copy, at);
            return copy;
        }

        var wrong = new Dictionary<string, byte[]>
        {
            ["short"] = bytes[..^1],
            ["long"] = [.. bytes, 0],
            ["version"] = With(0, 2),
            ["author"] = With(1, 32),
            ["counter"] = With(2, 0, 128),
            ["minute"] = With(4, 0x05, 0xA0, 0, 0),
            ["nine parents"] = With(8, 9),
            ["parents not rising"] = With(9, [.. bytes[41..73], .. bytes[9..41]]),
            ["one parent twice"] = With(9, bytes[41..73]),
            ["behind the parents"] = With(73, 1),
            ["kind 0"] = With(265, 0),
            ["length"] = With(266, 0x09, 0x25),
            ["behind the body"] = With(bytes.Length - 1, 1),
        };

        Assert.NotNull(CaseEvent.Decode(bytes));
        Assert.Equal([], wrong.Where(w => CaseEvent.Decode(w.Value) is not null).Select(w => w.Key));
    }

    [Fact]
    public void Misuse_is_refused_when_it_is_written()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Note with { Author = 32 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Note with { Counter = 128 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Note with { Minute = CaseEvent.LastMinute + 1 });
        Assert.Equal(2149, (Note with { Minute = CaseEvent.LastMinute }).At.Year);
        Assert.Throws<ArgumentException>(() => Note with { Parents = [new(1, 0), new(0, 1)] });
        Assert.Throws<ArgumentException>(() => Note with { Parents = [.. Enumerable.Range(0, 9).Select(i => new EventHash(0, (UInt128)i))] });
        Assert.Throws<ArgumentException>(() => new EventBody.ReplyDrafted(1, new byte[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventBody.Assigned(32));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventBody.StatusSet((CaseStatus)6));
        Assert.All(["", "\ud800", "a\tb", new string('x', 1001), new string('한', 334)], text => Assert.Null(EventBody.Noted.Of(text)));
        Assert.NotNull(EventBody.Noted.Of(new string('한', 333) + "\n"));
    }

    [Fact]
    public void A_minute_is_what_is_left_of_an_instant() => Assert.Equal(
        new(2026, 11, 29, 19, 12, 0, TimeSpan.Zero), (Note with { Minute = CaseEvent.MinuteOf(new(2026, 11, 29, 19, 12, 59, TimeSpan.Zero)) }).At);

    [Fact]
    public void No_text_says_what_was_said()
    {
        var known = new KnownEvent(new(1, 2), Note, IsVerified: true);
        object[] all = [Note, Note.Body, known, new CaseEntry<EventBody.Noted>(known, (EventBody.Noted)Note.Body), CaseState.Of([known])];

        Assert.Equal(["CaseEvent", "EventBody", "KnownEvent", "CaseEntry", "CaseState"], all.Select(o => o.ToString()!.Split('`')[0]));
    }
}
