using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Storage;

public sealed class PlaceBookTests : IDisposable
{
    private readonly RosterSetup _setup = new();

    public void Dispose() => _setup.Dispose();

    private string BookFile => Path.Combine(_setup.Data, PlaceBook.FileName);

    [Fact]
    public void Without_a_file_all_free_places_are_taken_for_left()
    {
        var book = PlaceBook.Open(_setup.Data);

        Assert.Equal(Enumerable.Range(0, 32).Except([0, 2]), book.LeftBy(_setup.Good()).Select(p => (int)p));
        Assert.Empty(book.ClosedIn(_setup.Good()));
    }

    [Fact]
    public void It_remembers_who_holds_the_places_and_only_its_owner_may_read_it()
    {
        var roster = _setup.Good();
        PlaceBook.Open(_setup.Data).Write(roster);

        var book = PlaceBook.Open(_setup.Data);
        Assert.Empty(book.LeftBy(roster));
        Assert.Empty(book.ClosedIn(roster));
        Assert.True(OperatingSystem.IsWindows() || FileModes.Of(BookFile) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void What_is_written_already_is_not_written_again()
    {
        var (book, then) = (PlaceBook.Open(_setup.Data), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        book.Write(_setup.Good());
        File.SetLastWriteTimeUtc(BookFile, then);

        book.Write(_setup.Good());
        Assert.Equal(then, File.GetLastWriteTimeUtc(BookFile));

        _setup.Members.RemoveAt(1);
        _setup.Sign();
        book.Write(_setup.Good());
        Assert.NotEqual(then, File.GetLastWriteTimeUtc(BookFile));

        File.Delete(BookFile);
        book.Write(_setup.Good());
        Assert.Null(PlaceBook.Problem(_setup.Data));
        Assert.True(File.Exists(BookFile));
    }

    [Fact]
    public void One_that_others_may_read_is_refused_with_that_reason()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        PlaceBook.Open(_setup.Data).Write(_setup.Good());
        FileModes.Set(BookFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        Assert.DoesNotContain("is damaged", PlaceBook.Problem(_setup.Data), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_was_removed_replaced_or_made_an_auditor_has_left()
    {
        PlaceBook.Open(_setup.Data).Write(_setup.Good());
        var book = PlaceBook.Open(_setup.Data);

        var ben = _setup.Members[1]!.DeepClone();
        _setup.Members.RemoveAt(1);
        _setup.Sign();
        Assert.Equal([2], book.LeftBy(_setup.Good()));
        Assert.Empty(book.ClosedIn(_setup.Good()));

        ben["role"] = "auditor";
        _setup.Members.Add(ben);
        _setup.Sign();
        Assert.Equal([2], book.LeftBy(_setup.Good()));

        using var again = Identity.Draw(1, 4);
        _setup.Publish("ben", again);
        ben["role"] = "staff";
        ben["signingKey"] = again.Signing.Public.ToString();
        _setup.Sign();
        Assert.Equal([2], book.LeftBy(_setup.Good()));
        Assert.Equal([2], book.ClosedIn(_setup.Good()));

        book.Write(_setup.Good());
        Assert.Empty(PlaceBook.Open(_setup.Data).ClosedIn(_setup.Good()));
    }

    [Fact]
    public void A_new_member_s_place_is_closed_until_the_book_has_the_name()
    {
        var book = PlaceBook.Open(_setup.Data);
        book.Write(_setup.Good());
        using var carl = _setup.Member("carl");
        _setup.Members.Add(RosterSetup.Entry(3, "carl", "staff", carl));
        _setup.Sign();
        var roster = _setup.Good();

        Assert.Empty(book.LeftBy(roster));
        Assert.Equal([3], book.ClosedIn(roster));
        book.Write(roster);
        Assert.Empty(book.ClosedIn(roster));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"places\":null}")]
    [InlineData("{\"places\":[{\"place\":1}]}")]
    [InlineData("{\"places\":[{\"place\":1,\"signingKey\":\"x\"}]}")]
    [InlineData("{\"places\":[],\"more\":1}")]
    [InlineData("{\"places\":[{\"place\":32,\"signingKey\":\"KEY\"}]}")]
    [InlineData("{\"places\":[{\"place\":1,\"signingKey\":\"KEY\"},{\"place\":1,\"signingKey\":\"KEY\"}]}")]
    public void A_damaged_file_is_refused_and_never_taken_for_a_first_start(string text)
    {
        File.WriteAllText(BookFile, text.Replace("KEY", _setup.Exchange.Public.ToString(), StringComparison.Ordinal));
        FileModes.Set(BookFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Assert.StartsWith($"{BookFile}: is damaged; restore it", PlaceBook.Problem(_setup.Data), StringComparison.Ordinal);
        _ = Assert.Throws<StoreException>(() => PlaceBook.Open(_setup.Data));
    }
}
