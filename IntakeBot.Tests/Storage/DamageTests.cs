using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Storage;

public sealed class DamageTests : StoreCase
{
    [Fact]
    public async Task A_changed_byte_is_noticed_and_the_other_rows_are_served()
    {
        var rows = new[] { Hot(), Hot(), Hot() };
        await Keep(rows);
        Flip(rows[1].Encode().AsSpan(500, 64), 7);

        await using var store = Open();
        Assert.Null(store.FindHot(rows[1].Door));
        Assert.Null(store.Find<HotRow>(rows[1].Place));
        Assert.Equal([new DamagedRow(RowKind.Hot, rows[1].Place)], store.Damaged);
        Assert.Equal(rows[0].Encode(), store.FindHot(rows[0].Door)?.Encode());
        Assert.Equal(rows[2].Encode(), store.Find<HotRow>(rows[2].Place)?.Encode());
        Assert.Equal(3, store.Manifest(RowKind.Hot, null, 9).Count);
    }

    [Fact]
    public async Task A_damaged_row_is_not_written_over_as_if_it_were_absent()
    {
        var row = Hot();
        await Keep(row);
        Flip(row.Encode().AsSpan(500, 64), 7);

        await using var store = Open();
        Assert.False(await store.CommitAsync(Put(Hot(row.Place))));
        Assert.False(await store.CommitAsync(Put(Hot(door: row.Door))));
        Assert.Null(store.FindHot(row.Door));

        Assert.True(await store.CommitAsync(new Change().Remove(RowKind.Hot, row.Place, expected: null)));
        Assert.Empty(store.Damaged);
        Assert.True(await store.CommitAsync(Put(row)));
    }

    /// <summary>The bytes before "r" of the row: field names, types and lengths, which the engine itself stumbles over.</summary>
    [Theory]
    [InlineData(-1)]
    [InlineData(-5)]
    [InlineData(-8)]
    [InlineData(-22)]
    public async Task A_damaged_document_harms_no_other_row(int at)
    {
        var rows = new[] { Hot(expires: new Day(1)), Hot() };
        await Keep(rows);
        Flip(rows[0].Encode().AsSpan(0, 64), at);

        await using var store = Open();
        for (var again = 0; again < 150; again++)
        {
            Assert.Null(store.FindHot(rows[0].Door));
            Assert.Null(store.Find<HotRow>(rows[0].Place));
            Assert.Equal(rows[1].Encode(), store.FindHot(rows[1].Door)?.Encode());
        }

        Assert.Contains(new DamagedRow(RowKind.Hot, rows[0].Place), store.Damaged);
        Assert.False(await store.CommitAsync(Put(Hot(rows[0].Place))));
        Assert.True(await store.CommitAsync(Put(Next(rows[1]), rows[1].Version)));
        Assert.Equal(2, store.Manifest(RowKind.Hot, null, 9).Count);
        _ = await store.RemoveExpiredAsync(Today);
        Assert.True(await store.CommitAsync(new Change().Remove(RowKind.Hot, rows[0].Place, expected: null)));
        Assert.False(store.Failure.IsCompleted);
        _ = Assert.Single(store.Manifest(RowKind.Hot, null, 9));
    }

    [Fact]
    public async Task A_damaged_row_that_was_removed_is_not_remembered_either()
    {
        var row = Hot();
        await Keep(row);
        Flip(row.Encode().AsSpan(0, 64), -1);

        using var engine = StoreEngine.Open(new StoreFolder(Folder));
        using var reader = new RowReader(engine.Lite, _ => { });
        var recent = new RecentRows();
        recent.Keep(row);
        var table = new RowTable(engine.Lite, reader, recent);
        var change = new Change().Remove(RowKind.Hot, row.Place, expected: null);
        table.Prepare([change]);
        Assert.True(engine.Lite.BeginTrans() && table.TryApply(change) && engine.Lite.Commit());
        engine.Checkpoint();
        Assert.NotNull(recent.Find(row.Door));
        table.Publish();

        Assert.Null(recent.Find(row.Door));
    }

    /// <summary>A length inside the document: the engine takes it for a broken file and closes itself.</summary>
    [Fact]
    public async Task Damage_that_ends_the_engine_stops_the_store_and_nothing_waits()
    {
        var rows = new[] { Hot(), Hot() };
        await Keep(rows);
        Flip(rows[0].Encode().AsSpan(0, 64), -2);

        await using (var store = Open())
        {
            _ = Assert.Throws<StoreException>(() => store.FindHot(rows[0].Door));
            Assert.True(store.Failure.IsCompletedSuccessfully);
            _ = await Assert.ThrowsAsync<StoreException>(() => store.CommitAsync(Put(Hot())));
        }

        await using var again = Open();
        Assert.Equal(rows[1].Encode(), again.FindHot(rows[1].Door)?.Encode());
        Assert.True(await again.CommitAsync(Put(Next(rows[1]), rows[1].Version)));
    }

    [Fact]
    public async Task A_flipped_expiry_day_removes_no_good_row()
    {
        var row = Hot(expires: new Day(0x5101));
        await Keep(row);
        Flip([0x10, (byte)'e', 0, 0x01, 0x51, 0, 0], 4);

        await using var store = Open();
        Assert.Equal(0, await store.RemoveExpiredAsync(new Day(0x5101)));
        Assert.Null(store.Find<HotRow>(row.Place));
        _ = Assert.Single(store.Damaged);
        _ = Assert.Single(store.Manifest(RowKind.Hot, null, 9));
    }

    /// <summary>The type of the field that says the last day: the engine cannot read the list that the sweeps and the desk ask for, only the places.</summary>
    [Fact]
    public async Task Rows_behind_a_damaged_field_of_the_list_are_listed_and_swept_all_the_same()
    {
        var (damaged, over, open) = (Hot(expires: new Day(0x5101)), Hot(expires: new Day(0x5101 - 1)), Hot(expires: new Day(0x5101 + 9)));
        await Keep(damaged, over, open);
        Flip([0x10, (byte)'e', 0, 0x01, 0x51, 0, 0], 0);

        await using var store = Open();
        Assert.Equal(
            new[] { new ManifestEntry(damaged.Place, default), new(over.Place, over.Version), new(open.Place, open.Version) }.OrderBy(e => e.Place.ToString()),
            store.Manifest(RowKind.Hot, null, 9));
        Assert.Equal(1, await store.RemoveExpiredAsync(new Day(0x5101)));
        Assert.Null(store.FindHot(over.Door));
        Assert.Equal(open.Encode(), store.FindHot(open.Door)?.Encode());
        Assert.Equal(2, store.Manifest(RowKind.Hot, null, 9).Count);
        Assert.False(store.Failure.IsCompleted);
    }

    [Fact]
    public async Task An_opening_that_fails_over_what_was_erased_keeps_the_folder_from_nobody()
    {
        var row = Hot();
        await Keep(row);
        ErasedBook.Open(new StoreFolder(Folder)).Add([Tombstone.Of(row.Place, Today)]);
        var whole = System.IO.File.ReadAllBytes(File("intakes.db"));
        Flip(row.Encode().AsSpan(0, 64), -2);

        Assert.Contains("start the program again", Assert.Throws<StoreException>(Open).Message, StringComparison.Ordinal);

        System.IO.File.WriteAllBytes(File("intakes.db"), whole);
        await using var again = Open();
        Assert.Equal(1, again.BuriedAtOpening);
    }

    private async Task Keep(params HotRow[] rows)
    {
        await using var store = Open();
        foreach (var row in rows)
        {
            Assert.True(await store.CommitAsync(Put(row)));
        }
    }

    /// <summary>Flips a byte at a distance from where <paramref name="known"/> stands in the file.</summary>
    private void Flip(ReadOnlySpan<byte> known, int distance)
    {
        var bytes = System.IO.File.ReadAllBytes(File("intakes.db"));
        var at = bytes.AsSpan().IndexOf(known);
        Assert.True(at > 0);
        Assert.Equal(-1, bytes.AsSpan(at + 1).IndexOf(known));
        bytes[at + distance] ^= 0x40;
        System.IO.File.WriteAllBytes(File("intakes.db"), bytes);
    }
}
