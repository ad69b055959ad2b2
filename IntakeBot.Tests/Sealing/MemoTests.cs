using CsCheck;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Intakes;

namespace IntakeBot.Tests.Sealing;

/// <summary>What members write to one another, in rows that look like case events.</summary>
public sealed class MemoTests : IDisposable
{
    private const byte Ada = 0;
    private const byte Ben = 2;

    private static readonly Gen<MemoBody> Bodies = Gen.OneOf<MemoBody>(
        Gen.String[Gen.Char['가', '힣'], 1, 400].Select(text => (MemoBody)MemoBody.ShiftNote.Of(text)!),
        Gen.Select(Gen.UInt128, CaseEventTests.Hashes, Gen.Byte[1, 255], (mark, hash, kind) => (MemoBody)new MemoBody.Trace(mark, hash, kind)),
        Gen.Select(Gen.ULong, Gen.Int[0, 1], Gen.UShort, (name, what, count) => (MemoBody)new MemoBody.Asked(name, (SecondFor)what, count)),
        Gen.Select(Gen.ULong, Gen.Bool, (name, yes) => (MemoBody)new MemoBody.Agreed(name, yes)),
        Gen.Select(Gen.Byte[5, 255], Gen.Byte.Array[0, MemoBody.MaxBytes], (kind, bytes) => MemoBody.Decode(kind, bytes)));

    private static readonly Gen<Memo> Memos = Gen.Select(Gen.Byte[0, 31], Gen.UInt[0, CaseEvent.LastMinute], Bodies, (author, minute, body) =>
        new Memo { Author = author, Minute = minute, Body = body });

    private readonly RosterSetup _setup = new();
    private readonly Roster _roster;
    private readonly Memo _note = new() { Author = Ada, Minute = RosterSetup.Today.Number * 24u * 60u, Body = MemoBody.ShiftNote.Of("The bell is broken.")! };

    public MemoTests() => _roster = _setup.Good();

    public void Dispose() => _setup.Dispose();

    [Fact]
    public void Whatever_is_written_is_read_and_written_the_same_again() => Gen.Select(Memos, Gen.Int[0, Memo.Size - 1], Gen.Byte).Sample(
        (made, at, value) =>
        {
            var bytes = made.Encode();
            Assert.Equal(Memo.Size, bytes.Length);
            Assert.Equal(bytes, Memo.Decode(bytes)!.Encode());
            Assert.Equal(made.Body.GetType(), Memo.Decode(bytes)!.Body.GetType());
            bytes[at] = value;
            Assert.True(Memo.Decode(bytes) is not { } read || read.Encode().SequenceEqual(bytes));
        },
        iter: 2000);

    [Fact]
    public void Who_it_is_for_opens_it_and_nobody_else()
    {
        var row = Seal(Ben);

        Assert.Equal("The bell is broken.", Assert.IsType<MemoBody.ShiftNote>(Open(row, _setup.Ben, Ben)!.Body).Text);
        Assert.Null(Open(row, _setup.Ada, Ada));
        Assert.Null(Open(row, _setup.Ben, Ada));
        Assert.Equal(EventRow.Size, row.Encode().Length);
        Assert.NotEqual(row.Place, Seal(Ben).Place);
    }

    [Fact]
    public void Every_bit_of_it_counts()
    {
        var row = Seal(Ben);
        Assert.All(Enumerable.Range(0, 40).Select(i => i * row.Box.Length / 40), at =>
        {
            var box = row.Box.ToArray();
            box[at] ^= 1;
            Assert.Null(Open(new() { Place = row.Place, Version = row.Version, Expires = row.Expires, Box = box }, _setup.Ben, Ben));
        });
        Assert.Null(Open(new() { Place = Place.Random(), Version = row.Version, Expires = row.Expires, Box = row.Box }, _setup.Ben, Ben));
        Assert.Null(Open(new() { Place = row.Place, Version = row.Version, Expires = row.Expires.Plus(1), Box = row.Box }, _setup.Ben, Ben));
        Assert.Null(Open(new() { Place = row.Place, Version = RowVersion.Random(), Expires = row.Expires, Box = row.Box }, _setup.Ben, Ben));
    }

    /// <summary>Anybody can seal to a public key; only the author's signature says whose word it is.</summary>
    [Fact]
    public void Another_member_cannot_write_in_her_name()
    {
        Assert.Null(Open(Seal(Ben, by: _setup.Ben), _setup.Ben, Ben));

        _setup.Members.RemoveAt(0);
        _setup.Json["serial"] = 8;
        _setup.Sign();
        Assert.Null(MemoOpener.Open(Seal(Ben), _setup.Ben, Ben, _setup.Read().Roster!));
    }

    [Fact]
    public void Who_has_stated_no_key_for_the_day_gets_none() =>
        Assert.Null(MemoSealer.Seal(_note, _setup.Ada.Signing, _roster.Members[1], _roster.Epochs, RosterSetup.Today.Plus(400)));

    private EventRow Seal(byte to, Identity? by = null) =>
        MemoSealer.Seal(_note, (by ?? _setup.Ada).Signing, _roster.Members.Single(m => m.Place == to), _roster.Epochs, RosterSetup.Today)!;

    private Memo? Open(EventRow row, Identity identity, byte place) => MemoOpener.Open(row, identity, place, _roster);
}
