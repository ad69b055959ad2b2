using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Storage;

/// <summary>The small files beside the rows: when they are written, and what is said of one that cannot be relied on.</summary>
public sealed class BookFileTests : StoreCase
{
    private static readonly DateTime Long = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly Tombstone _one = Tombstone.Of(Place.Random(), Today);
    private readonly Tombstone _two = Tombstone.Of(Place.Random(), Today);

    private string Erased => File(ErasedBook.FileName);

    [Fact]
    public void A_day_that_is_written_already_is_not_written_again_and_only_its_owner_may_read_it()
    {
        var book = DayBook.Open(Folder, Today);
        book.Done(Today, Today.Plus(-2));
        System.IO.File.SetLastWriteTimeUtc(File(DayBook.FileName), Long);

        book.Done(Today, Today.Plus(-2));
        Assert.Equal(Long, System.IO.File.GetLastWriteTimeUtc(File(DayBook.FileName)));
        Assert.True(OperatingSystem.IsWindows() || FileModes.Of(File(DayBook.FileName)) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));

        book.Done(Today.Plus(1), Today.Plus(-1));
        Assert.NotEqual(Long, System.IO.File.GetLastWriteTimeUtc(File(DayBook.FileName)));
    }

    [Fact]
    public void Doors_that_were_closed_before_the_accepted_day_stay_closed_and_all_others_are_closed_again()
    {
        var book = DayBook.Open(Folder, Today);
        book.Done(Today, Today.Plus(-2));

        book.Accept(Today.Plus(500));
        Assert.Equal(Today.Plus(-2), book.DoorsClosed);

        book.Accept(Today.Plus(-2));
        Assert.Null(book.DoorsClosed);
    }

    [Theory]
    [InlineData("relieved 2026-11-20\nclosed never\nkept 30\n")]
    [InlineData("believed 2026-11-20\nclosed never\n")]
    public async Task A_day_behind_another_word_is_none(string text)
    {
        await System.IO.File.WriteAllTextAsync(File(DayBook.FileName), text);

        Assert.Null(DayBook.Open(Folder, Today).Believed);
    }

    [Fact]
    public void A_copy_of_what_was_erased_is_read_whole_or_refused_with_the_reason()
    {
        var book = ErasedBook.Open(new(Folder));
        book.Add([_one, _two]);
        Assert.Equal([_one.Place, _two.Place], ErasedBook.Read(Erased).Select(s => s.Place));

        System.IO.File.WriteAllBytes(Erased, [0, .. System.IO.File.ReadAllBytes(Erased)]);
        Assert.Contains("is damaged, and 2 of its rows can be read; take a whole copy", Refusal(Erased), StringComparison.Ordinal);
        Assert.Contains("is missing", Refusal(File("elsewhere")), StringComparison.Ordinal);
        Assert.Contains("cannot be read", Refusal(Folder), StringComparison.Ordinal);
        using (var stream = System.IO.File.OpenWrite(Erased))
        {
            stream.SetLength((64 * 1024 * 1024) + 1);
        }

        Assert.Contains("is too long", Refusal(Erased), StringComparison.Ordinal);
        System.IO.File.WriteAllBytes($"{Erased}.1.unfinished", [1]);
        Assert.Empty(ErasedBook.Open(new(Folder)).All);
        Assert.Equal(0, new FileInfo(Erased).Length);
        Assert.Equal([Erased], Directory.GetFiles(Folder));
    }

    [Fact]
    public void A_file_that_went_meanwhile_is_made_whole_and_nothing_writes_nothing()
    {
        Assert.Null(ErasedBook.Doubt(Folder));
        var book = ErasedBook.Open(new(Folder));
        book.Add([_one]);
        System.IO.File.Delete(Erased);

        book.Add([]);
        book.DropBefore(Today);
        Assert.False(System.IO.File.Exists(Erased));

        book.Add([_two]);
        Assert.Equal([_one.Place, _two.Place], ErasedBook.Read(Erased).Select(s => s.Place));
        Assert.Equal(_one.Encode().Length + _two.Encode().Length, new FileInfo(Erased).Length);
        Assert.True(book.Has(_one.Place, _one.Version));
        Assert.False(book.Has(_one.Place, _two.Version));
    }

    [Fact]
    public async Task What_ends_later_is_shortened_once_and_what_ends_then_is_not_touched()
    {
        var (first, late) = (Hot(expires: Today.Plus(5)), Hot(expires: Today.Plus(6)));
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(first)));
        Assert.True(await store.CommitAsync(Put(late)));

        Assert.Equal(1, await store.EndByAsync(Today.Plus(5)));
        Assert.Equal(0, await store.EndByAsync(Today.Plus(5)));
        Assert.Equal(first.Version, store.Find<HotRow>(first.Place)!.Version);
        Assert.Equal(Today.Plus(5), store.Find<HotRow>(late.Place)!.Expires);
    }

    [Fact]
    public async Task Tombstones_that_stay_longer_keep_no_other_row()
    {
        var row = Hot(expires: Today);
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(row)));

        Assert.Equal(1, await store.RemoveExpiredAsync(Today.Plus(1), Format.TombstoneDays + 10));
        Assert.Null(store.Find<HotRow>(row.Place));
    }

    private static string Refusal(string file) => Assert.Throws<StoreException>(() => ErasedBook.Read(file)).Message;
}
