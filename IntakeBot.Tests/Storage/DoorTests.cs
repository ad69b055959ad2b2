using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Storage;

/// <summary>At the end of the day after it began nothing leads from a chat to its row any more.</summary>
public sealed class DoorTests : StoreCase
{
    [Fact]
    public async Task Door_and_blob_of_a_closed_row_are_in_no_file_and_its_answers_are_as_before()
    {
        var rows = Enumerable.Range(0, 600).Select(i => BegunOn(Today.Plus(i % 2))).ToList();
        await using var store = Open();
        _ = await Task.WhenAll(rows.Select(r => store.CommitAsync(Put(r))));

        Assert.Equal(300, await store.CloseDoorsAsync(after: null, Today, Format.DaysKept));

        foreach (var (row, after) in rows.Select(r => (r, store.Find<HotRow>(r.Place)!)))
        {
            var open = row.Expires > Today.Plus(Format.DaysKept);
            Assert.Equal(open, store.FindHot(row.Door) is not null);
            Assert.Equal(open, row.Version == after.Version);
            Assert.Equal(row.Expires, after.Expires);
            Assert.Equal([.. row.Slots, .. row.Note], [.. after.Slots, .. after.Note]);
        }

        var files = await System.IO.File.ReadAllBytesAsync(File("intakes.db"));
        Assert.Equal(0, new FileInfo(File("intakes-log.db")).Length);
        Assert.All(rows.Take(20), r => Assert.Equal(r.Expires > Today.Plus(Format.DaysKept), files.AsSpan().IndexOf(r.Blob.AsSpan(0, 32)) >= 0));
        Assert.All(rows.Take(20), r => Assert.Equal(r.Expires > Today.Plus(Format.DaysKept), files.AsSpan().IndexOf(r.Door.ToArray()) >= 0));
    }

    [Fact]
    public async Task A_day_whose_doors_are_closed_is_not_written_again()
    {
        var row = BegunOn(Today);
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(row)));

        Assert.Equal(1, await store.CloseDoorsAsync(Today.Plus(-1), Today, Format.DaysKept));
        Assert.Equal(0, await store.CloseDoorsAsync(Today, Today.Plus(1), Format.DaysKept));
    }

    [Fact]
    public async Task A_row_that_is_pressed_meanwhile_is_closed_all_the_same()
    {
        var rows = Enumerable.Range(0, 100).Select(_ => BegunOn(Today)).ToList();
        await using var store = Open();
        _ = await Task.WhenAll(rows.Select(r => store.CommitAsync(Put(r))));

        var closing = store.CloseDoorsAsync(after: null, Today, Format.DaysKept);
        _ = await Task.WhenAll(rows.Select(r => store.CommitAsync(Put(Next(r), r.Version))));

        Assert.Equal(100, await closing);
        Assert.All(rows, r => Assert.Null(store.FindHot(r.Door)));
    }

    [Fact]
    public async Task The_day_of_a_row_that_is_kept_shorter_is_known_too()
    {
        var row = Hot(expires: Today.Plus(7));
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(row)));

        Assert.Equal(0, await store.CloseDoorsAsync(after: null, Today.Plus(-1), daysKept: 7));
        Assert.Equal(1, await store.CloseDoorsAsync(Today.Plus(-1), Today, daysKept: 7));
    }

    private static HotRow BegunOn(Day day) => Hot(expires: day.Plus(Format.DaysKept));
}
