using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Storage;

/// <summary>When the number of days changes, what is said to a person from then on is true of what is there already.</summary>
public sealed class RetentionChangeTests : StoreCase
{
    [Fact]
    public async Task What_is_there_goes_by_the_shorter_day_and_all_doors_are_closed()
    {
        var (cold, hot, old) = (Cold(expires: Today.Plus(30)), Hot(expires: Today.Plus(30)), Hot(expires: Today.Plus(3)));
        var days = DayBook.Open(Folder, Today);
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(cold).Put(hot, null).Put(old, null)));

        Assert.True(await Change(store, days, 7).ApplyAsync(Today));

        Assert.Equal([Today.Plus(7), Today.Plus(7), Today.Plus(3)], [store.Find<ColdRow>(cold.Place)!.Expires, Row(store, hot).Expires, Row(store, old).Expires]);
        Assert.All([hot, old], row => Assert.Null(store.FindHot(row.Door)));
        Assert.All([hot, old], row => Assert.Equal([.. row.Slots, .. row.Note], [.. Row(store, row).Slots, .. Row(store, row).Note]));
        Assert.Equal(cold.Stanzas, store.Find<ColdRow>(cold.Place)!.Stanzas);
        Assert.Equal((7, (int?)7), (days.DaysKept!.Value, DayBook.Open(Folder, Today).DaysKept));
        Assert.False(await Change(store, days, 7).ApplyAsync(Today));
    }

    [Fact]
    public async Task What_was_begun_under_fewer_days_is_not_kept_longer()
    {
        var days = DayBook.Open(Folder, Today);
        days.Keep(Today, 7);
        var row = Hot(expires: Today.Plus(7));
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(row)));

        Assert.True(await Change(store, days, 30).ApplyAsync(Today));

        Assert.Equal(Today.Plus(7), Row(store, row).Expires);
        Assert.Null(store.FindHot(row.Door));
    }

    [Fact]
    public async Task While_the_clock_is_in_doubt_nothing_is_done()
    {
        DayBook.Open(Folder, Today).Done(Today, Today.Plus(-2));
        var row = Hot(expires: Today.Plus(30));
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(row)));
        var days = DayBook.Open(Folder, Today.Plus(-400));

        Assert.False(await Change(store, days, 7).ApplyAsync(Today.Plus(-400)));

        Assert.Equal(row.Expires, Row(store, row).Expires);
        Assert.Equal(30, days.DaysKept);
    }

    /// <summary>So docs/storage.md has it done where an older data file is put back: its doors are open, and clock.day says that they were closed.</summary>
    [Fact]
    public async Task Without_a_clock_day_all_doors_are_closed_once_the_clock_is_said_to_be_right()
    {
        DayBook.Open(Folder, Today).Done(Today, Today.Plus(-2));
        var row = Hot(expires: Today.Plus(20));
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(row)));
        System.IO.File.Delete(File(DayBook.FileName));
        var days = DayBook.Open(Folder, Today);

        Assert.False(await Change(store, days, 30).ApplyAsync(Today));
        Assert.NotNull(store.FindHot(row.Door));
        days.Accept(Today);
        Assert.True(await Change(store, days, 30).ApplyAsync(Today));

        Assert.Null(store.FindHot(row.Door));
        Assert.Equal(row.Expires, Row(store, row).Expires);
    }

    [Fact]
    public async Task The_same_number_touches_nothing()
    {
        var row = Hot(expires: Today.Plus(30));
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(row)));

        Assert.False(await Change(store, DayBook.Open(Folder, Today), 30).ApplyAsync(Today));

        Assert.Equal(row.Version, Row(store, row).Version);
    }

    private static RetentionChange Change(SealedStore store, DayBook days, int kept) => new(store, days, new() { IntakeDays = kept });

    private static HotRow Row(SealedStore store, HotRow row) => store.Find<HotRow>(row.Place)!;
}
