using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Storage;

public sealed class DayBookTests : StoreCase
{
    [Fact]
    public void The_first_clock_is_believed()
    {
        var book = DayBook.Open(Folder, Today);

        Assert.Null(book.Doubt(Today));
        Assert.False(System.IO.File.Exists(File("clock.day")));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(3652, false)]
    [InlineData(-1, false)]
    [InlineData(-3652, false)]
    public void A_day_is_believed_that_can_follow_the_last_one(int later, bool believed)
    {
        DayBook.Open(Folder, Today).Done(Today, Today.Plus(-2));
        var now = Today.Plus(later);

        var doubt = DayBook.Open(Folder, now).Doubt(now);

        Assert.Equal(believed, doubt is null);
        Assert.All(believed ? [] : new[] { File("clock.day"), $"{now}", $"{Today}", "--clock-is-right" }, word => Assert.Contains(word, doubt!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_store_whose_book_was_lost_is_in_doubt()
    {
        await (Open() is var store ? store.DisposeAsync() : default);
        Assert.Contains("does not say", DayBook.Open(Folder, Today).Doubt(Today), StringComparison.Ordinal);

        await System.IO.File.WriteAllTextAsync(File("clock.day"), "believed 2026-13-01\nclosed never\nkept 30\n");
        Assert.Contains("does not say", DayBook.Open(Folder, Today).Doubt(Today), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_accepted_is_believed_from_then_on()
    {
        DayBook.Open(Folder, Today).Done(Today, Today.Plus(-2));
        foreach (var now in new[] { Today.Plus(500), Today.Plus(-500) })
        {
            var book = DayBook.Open(Folder, now);
            Assert.NotNull(book.Doubt(now));
            book.Accept(now);

            Assert.Null(DayBook.Open(Folder, now).Doubt(now));
        }

        Assert.Null(DayBook.Open(Folder, Today).DoorsClosed);
    }

    [Fact]
    public void Intakes_begin_with_the_later_day_and_files_go_by_the_last_sure_one()
    {
        var book = DayBook.Open(Folder, Today);

        Assert.Equal((Today, Today), (book.Latest(Today.Plus(-20)), book.Safe(Today.Plus(-20))));
        Assert.Equal((Today.Plus(20), Today), (book.Latest(Today.Plus(20)), book.Safe(Today.Plus(20))));
        Assert.Equal((Today.Plus(1), Today.Plus(1)), (book.Latest(Today.Plus(1)), book.Safe(Today.Plus(1))));
    }

    [Fact]
    public void What_was_done_is_read_again_as_it_was_written()
    {
        DayBook.Open(Folder, Today).Done(Today, Today.Plus(-2));

        var read = DayBook.Open(Folder, Today);
        Assert.Equal((Today, Today.Plus(-2)), (read.Believed, read.DoorsClosed));
        Assert.Equal($"believed {Today}\nclosed {Today.Plus(-2)}\nkept 30\n", System.IO.File.ReadAllText(File("clock.day")));
        Assert.Equal([File("clock.day")], Directory.GetFiles(Folder));
    }

    [Fact]
    public async Task How_long_rows_were_kept_is_read_again_and_is_unknown_where_the_book_was_lost()
    {
        Assert.Equal(30, DayBook.Open(Folder, Today).DaysKept);
        DayBook.Open(Folder, Today).Keep(Today, 7);
        DayBook.Open(Folder, Today.Plus(1)).Done(Today.Plus(1), Today.Plus(-1));
        Assert.Equal(7, DayBook.Open(Folder, Today).DaysKept);

        await (Open() is var store ? store.DisposeAsync() : default);
        System.IO.File.Delete(File("clock.day"));
        var lost = DayBook.Open(Folder, Today);
        lost.Accept(Today);

        Assert.Null(lost.DaysKept);
        Assert.Null(DayBook.Open(Folder, Today).DaysKept);
        Assert.Null(DayBook.Open(Folder, Today).Doubt(Today));
    }
}
