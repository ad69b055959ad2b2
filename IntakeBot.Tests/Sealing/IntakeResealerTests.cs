using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

/// <summary>One member who can open an intake lets another one do so.</summary>
public sealed class IntakeResealerTests : IDisposable
{
    private const byte Joined = 3;

    private readonly RowCase _case = new();
    private readonly EpochSecret _joined = EpochSecret.Draw();

    public void Dispose()
    {
        _case.Dispose();
        _joined.Dispose();
    }

    [Fact]
    public void Who_joined_reads_what_the_others_read_and_nobody_else_notices()
    {
        Assert.IsType<Opening.NotForUs>(IntakeOpener.Open(_case.Cold, _case.Hot, _joined, Joined));

        var made = IntakeResealer.Reseal(_case.Cold, _case.Staff, RowCase.StaffPlace, Joined, _joined.Public)!;
        var row = _case.Cold.WithStanza(Joined, made.Stanza);

        var theirs = Assert.IsType<Opening.Opened>(IntakeOpener.Open(row, _case.Hot, _joined, Joined));
        Assert.Equal(_case.Slots(), theirs.Slots);
        Assert.IsType<Opening.Opened>(IntakeOpener.Open(row, _case.Hot, _case.Staff, RowCase.StaffPlace));
        Assert.IsType<Opening.NotForUs>(IntakeOpener.Open(row, _case.Hot, _joined, RowCase.StaffPlace));
    }

    [Fact]
    public void Only_that_stanza_and_the_version_change()
    {
        var made = IntakeResealer.Reseal(_case.Cold, _case.Staff, RowCase.StaffPlace, Joined, _joined.Public)!;
        var row = _case.Cold.WithStanza(Joined, made.Stanza);

        Assert.NotEqual(_case.Cold.Version, row.Version);
        Assert.Equal((_case.Cold.Place, _case.Cold.Expires, _case.Cold.Epoch), (row.Place, row.Expires, row.Epoch));
        Assert.All([0, 1, 2], p => Assert.True(_case.Cold.StanzaAt(p).SequenceEqual(row.StanzaAt(p))));
        Assert.True(row.StanzaAt(Joined).SequenceEqual(made.Stanza));
        Assert.Equal(_case.Cold.Encode().Length, row.Encode().Length);
    }

    [Fact]
    public void The_token_is_the_one_whose_hash_the_row_holds()
    {
        var made = IntakeResealer.Reseal(_case.Cold, _case.Staff, RowCase.StaffPlace, Joined, _joined.Public)!;

        Assert.Equal(_case.Cold.ExtendHash, AfterTokens.ExtendHash(made.ExtendToken));
        Assert.NotEqual(_case.Cold.RemoveHash, AfterTokens.RemoveHash(made.ExtendToken));
    }

    [Fact]
    public void Who_cannot_open_it_can_pass_nothing_on()
    {
        Assert.Null(IntakeResealer.Reseal(_case.Cold, _joined, RowCase.StaffPlace, Joined, _joined.Public));
        Assert.Null(IntakeResealer.Reseal(_case.Cold, _case.Staff, 1, Joined, _joined.Public));
        Assert.Null(IntakeResealer.Reseal(_case.Cold, _case.Staff, 31, Joined, _joined.Public));
        Assert.Throws<ArgumentOutOfRangeException>(() => IntakeResealer.Reseal(_case.Cold, _case.Staff, RowCase.StaffPlace, 4, _joined.Public));
    }
}
