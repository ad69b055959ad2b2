using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Storage;

/// <summary>What was erased stays erased when an older data file is put back.</summary>
public sealed class ErasedBookTests : StoreCase
{
    private readonly HotRow _hot = Hot(expires: Today.Plus(30));
    private readonly HotRow _other = Hot(expires: Today.Plus(30));
    private readonly Mailbox _mailbox = Letters();
    private readonly ColdRow _cold;

    public ErasedBookTests() => _cold = Cold(_hot.Place, Today.Plus(30));

    [Fact]
    public async Task An_older_data_file_brings_back_nothing_of_what_was_erased_since()
    {
        await FillAsync();
        Keep();
        await EraseAsync();
        PutBack();
        Assert.True(Traces() > 100);

        await using (var store = Open())
        {
            Assert.Equal(3, store.BuriedAtOpening);
            GoneFrom(store);
            Assert.Equal(_other.Encode(), store.FindHot(_other.Door)?.Encode());
            Assert.Equal((Today, Today), (store.Find<Tombstone>(_hot.Place)?.Erased, store.Find<Tombstone>(_mailbox.Place)?.Erased));
            Assert.Equal(0, Traces());
        }

        Assert.Equal(0, Traces());
        await using var again = Open();
        Assert.Equal(0, again.BuriedAtOpening);
        Assert.Equal(2, again.Manifest(RowKind.Tombstone, null, 9).Count);
    }

    /// <summary>The name is on the disk first: a process that dies right behind it has erased all the same.</summary>
    [Fact]
    public async Task What_was_named_but_not_yet_removed_is_removed_at_the_next_start()
    {
        await FillAsync();
        var book = ErasedBook.Open(new StoreFolder(Folder));
        book.Add([Tombstone.Of(_hot.Place, Today), Tombstone.Of(_mailbox.Place, Today)]);

        await using var store = Open();

        Assert.Equal(3, store.BuriedAtOpening);
        GoneFrom(store);
        Assert.False(await store.CommitAsync(new Change().Erase(_hot.Place, Today, _mailbox.Place)));
    }

    [Fact]
    public async Task The_name_is_written_before_the_rows_go_and_where_it_cannot_be_nothing_goes()
    {
        await FillAsync();
        await using (var store = Open())
        {
            System.IO.File.Delete(File(ErasedBook.FileName));
            Directory.CreateDirectory(File(ErasedBook.FileName));

            _ = await Assert.ThrowsAsync<StoreException>(() => store.CommitAsync(new Change().Erase(_hot.Place, Today, _mailbox.Place)));
            Assert.Contains("start the program again", (await store.Failure).Message, StringComparison.Ordinal);
        }

        Directory.Delete(File(ErasedBook.FileName));
        await using var again = Open();
        Assert.Equal(_hot.Encode(), again.FindHot(_hot.Door)?.Encode());
        Assert.NotNull(again.Find<Mailbox>(_mailbox.Place));
        Assert.Empty(again.Manifest(RowKind.Tombstone, null, 9));
    }

    [Fact]
    public async Task A_change_that_does_not_fit_names_nothing()
    {
        await FillAsync();
        await using (var store = Open())
        {
            Assert.False(await store.CommitAsync(new Change().Erase(_hot.Place, Today).Put(_other, RowVersion.Random())));
        }

        await using var again = Open();
        Assert.Equal(0, again.BuriedAtOpening);
        Assert.NotNull(again.FindHot(_hot.Door));
    }

    [Fact]
    public async Task The_sweep_removes_what_lies_at_such_a_place()
    {
        await FillAsync();
        await EraseAsync();
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(_hot).Put(_cold, null).Put(_mailbox, null)));

        Assert.Equal(3, await store.BuryAsync());
        Assert.Equal(0, await store.BuryAsync());

        GoneFrom(store);
        Assert.NotNull(store.FindHot(_other.Door));
    }

    [Theory]
    [InlineData(180, 180)]
    [InlineData(300, 300)]
    public async Task A_name_goes_when_its_days_are_over_and_not_before(int kept, int last)
    {
        await FillAsync();
        Keep();
        await EraseAsync();
        await using (var store = Open())
        {
            _ = await store.RemoveExpiredAsync(Today.Plus(last), kept);
            Assert.Equal(2, store.Manifest(RowKind.Tombstone, null, 9).Count);
            Assert.Equal(2 * 68, new FileInfo(File(ErasedBook.FileName)).Length);

            _ = await store.RemoveExpiredAsync(Today.Plus(last + 1), kept);
            Assert.Empty(store.Manifest(RowKind.Tombstone, null, 9));
            Assert.Equal(0, new FileInfo(File(ErasedBook.FileName)).Length);
        }

        PutBack();
        await using var again = Open();
        Assert.Equal(0, again.BuriedAtOpening);
    }

    [Fact]
    public async Task A_missing_file_stops_no_start_is_told_and_made_anew_from_the_store()
    {
        await FillAsync();
        Keep();
        await EraseAsync();
        Assert.Null(ErasedBook.Doubt(Folder));
        System.IO.File.Delete(File(ErasedBook.FileName));

        Assert.StartsWith($"{File(ErasedBook.FileName)}: is missing; the next start makes it anew", ErasedBook.Doubt(Folder), StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File(ErasedBook.FileName)));
        await (Open() is var store ? store.DisposeAsync() : default);

        Assert.Null(ErasedBook.Doubt(Folder));
        PutBack();
        await using var again = Open();
        Assert.Equal(3, again.BuriedAtOpening);
        GoneFrom(again);
    }

    [Theory]
    [InlineData("flipped")]
    [InlineData("a byte too many")]
    [InlineData("garbage behind")]
    public async Task A_damaged_file_stops_no_start_and_all_that_can_be_read_of_it_counts(string how)
    {
        await FillAsync();
        Keep();
        await EraseAsync();
        var bytes = System.IO.File.ReadAllBytes(File(ErasedBook.FileName));
        System.IO.File.WriteAllBytes(File(ErasedBook.FileName), how switch
        {
            "flipped" => [.. bytes[..2], (byte)(bytes[2] ^ 1), .. bytes[3..]],
            "a byte too many" => [0, .. bytes],
            _ => [.. bytes, .. new byte[500]],
        });
        PutBack();

        Assert.Contains("is damaged", ErasedBook.Doubt(Folder), StringComparison.Ordinal);
        await using (var store = Open())
        {
            Assert.Equal(how == "flipped" ? 1 : 3, store.BuriedAtOpening);
            Assert.Null(store.Find<Mailbox>(_mailbox.Place));
        }

        Assert.Null(ErasedBook.Doubt(Folder));
    }

    /// <summary>So it looks where the power went in the middle of a write that nobody was told of.</summary>
    [Fact]
    public async Task A_last_row_that_is_not_whole_is_cut_off_without_a_word()
    {
        await FillAsync();
        await EraseAsync();
        var whole = System.IO.File.ReadAllBytes(File(ErasedBook.FileName));
        System.IO.File.WriteAllBytes(File(ErasedBook.FileName), [.. whole, .. whole[..30]]);

        Assert.Null(ErasedBook.Doubt(Folder));
        await using var store = Open();

        Assert.Equal(whole, System.IO.File.ReadAllBytes(File(ErasedBook.FileName)));
    }

    [Fact]
    public async Task Only_its_owner_may_read_it()
    {
        await FillAsync();

        Assert.True(OperatingSystem.IsWindows()
            || System.IO.File.GetUnixFileMode(File(ErasedBook.FileName)) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    private async Task FillAsync()
    {
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(_hot).Put(_cold, null).Put(_mailbox, null).Put(_other, null)));
    }

    private async Task EraseAsync()
    {
        await using var store = Open();
        Assert.True(await store.CommitAsync(new Change().Erase(_hot.Place, Today, _mailbox.Place)));
    }

    private void Keep() => System.IO.File.Copy(File("intakes.db"), File("older"));

    private void PutBack() => System.IO.File.Copy(File("older"), File("intakes.db"), overwrite: true);

    private void GoneFrom(SealedStore store)
    {
        Assert.Null(store.FindHot(_hot.Door));
        Assert.Null(store.Find<HotRow>(_hot.Place));
        Assert.Null(store.Find<ColdRow>(_hot.Place));
        Assert.Null(store.Find<Mailbox>(_mailbox.Place));
        Assert.NotEqual(_mailbox.Tag, store.FindNearest(_mailbox.Tag)?.Tag);
    }

    /// <summary>How many 16 bytes of the erased rows, behind place and version, stand in any file of the store.</summary>
    private int Traces()
    {
        var files = Directory.GetFiles(Folder).Where(f => Path.GetFileName(f) is not ("older" or "intakes.lock")).Select(ReadShared).ToList();
        return ((SealedRow[])[_hot, _cold, _mailbox]).SelectMany(r => r.Encode().Skip(36).Chunk(16))
            .Count(c => c.Length == 16 && files.Exists(f => f.AsSpan().IndexOf(c) >= 0));
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
