using System.Diagnostics;
using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Sheets;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Cli;

public sealed class RecoveryVerbTests : IDisposable
{
    private readonly RotationRig _rig = new("2026-11-23");
    private readonly RecoverySheet _sheet;
    private readonly string[] _lines;

    public RecoveryVerbTests()
    {
        _sheet = RecoverySheet.Draw(_rig.Epoch, 13);
        _lines = [.. SheetText.Of(_sheet)];
    }

    public void Dispose()
    {
        _sheet.Dispose();
        _rig.Dispose();
    }

    [Fact]
    public async Task A_new_sheet_is_a_page_for_its_owner_and_a_public_file_for_the_roster()
    {
        var made = await _rig.Run("keys", "recovery", "new", _rig.Of("sheet.html"));

        var problems = new List<string>();
        using var sheet = SheetText.Read("page", PrintedSheet.WordsOf(File.ReadAllText(_rig.Of("sheet.html"))), problems)!;
        Assert.Equal((0, $"{sheet.Public}\n"), (made.Code, made.Data));
        Assert.Equal(sheet.Public, MemberFile.ReadKey(_rig.Of("sheet.json"), problems));
        Assert.Equal((EpochCalendar.Default.OldestOpen(_rig.Today), _rig.Epoch + 12), (sheet.FirstEpoch, sheet.LastEpoch));
        Assert.Contains("then delete the file", made.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(SheetText.Of(sheet), made.Words.Contains);
        Assert.Empty(problems);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, FileModes.Of(_rig.Of("sheet.html")));
    }

    [Theory]
    [InlineData("a page that is there", "exists already and is not overwritten")]
    [InlineData("a public file that is there", "exists already and is not overwritten")]
    [InlineData("no .html", "give it a name that ends with .html")]
    [InlineData("no folder", "make it first")]
    [InlineData("one file for both", "give --public another name")]
    [InlineData("too many epochs", "more than 64; give fewer.")]
    public async Task A_sheet_that_cannot_be_written_writes_nothing(string what, string why)
    {
        string[] arguments = what switch
        {
            "no .html" => [_rig.Of("sheet.txt")],
            "no folder" => [_rig.Of("no", "sheet.html"), "--public", _rig.Of("sheet.json")],
            "one file for both" => [_rig.Of("sheet.html"), "--public", _rig.Of("sheet.html")],
            "too many epochs" => [_rig.Of("sheet.html"), "--epochs", "64"],
            _ => [_rig.Of("sheet.html")],
        };
        if (what.EndsWith("is there", StringComparison.Ordinal))
        {
            _rig.WriteSecret(what.StartsWith("a page", StringComparison.Ordinal) ? "sheet.html" : "sheet.json", "older");
        }

        var before = Files();
        var made = await _rig.Run(["keys", "recovery", "new", .. arguments]);

        Assert.Equal((2, ""), (made.Code, made.Data));
        Assert.Contains(why, Assert.Single(made.Words.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task No_page_stays_where_its_public_file_could_not_be_written()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "It needs a folder in which nobody can make a file.");
        var before = Files();

        var made = await _rig.Run("keys", "recovery", "new", _rig.Of("sheet.html"), "--public", "/proc/sheet.json");

        Assert.Equal((1, ""), (made.Code, made.Data));
        Assert.Equal(before, Files());
    }

    [Theory]
    [InlineData("mistyped", "line 3 is mistyped; compare it with the sheet, letter by letter")]
    [InlineData("no word", "line 3 is mistyped; compare it with the sheet, letter by letter")]
    [InlineData("four words", "line 3 is mistyped; compare it with the sheet, letter by letter")]
    [InlineData("twice", "line 3 has the words of line 4; type the lines in the order of the sheet")]
    [InlineData("missing", "has 6 lines of words, a sheet has 7; missing or mistyped: line 3")]
    [InlineData("mixed", "the seven lines are not of one sheet; take all of them from the same one")]
    [InlineData("nothing", "has 0 lines of words")]
    public async Task Wrong_words_are_one_sentence_and_write_nothing(string what, string why)
    {
        using var other = RecoverySheet.Draw(_rig.Epoch, 13);
        var third = _lines[2];
        _lines[2] = what switch
        {
            "mistyped" => third[^1] == 'b' ? $"{third[..^1]}d" : $"{third[..^1]}b",
            "no word" => $"{third[..^1]}w",
            "four words" => third[..^6],
            "twice" => _lines[3],
            "mixed" => SheetText.Of(other)[2],
            "missing" => "",
            _ => third,
        };
        _rig.WriteSecret("words", what == "nothing" ? "" : string.Join('\n', _lines));
        foreach (var verb in new[] { "use", "forward" })
        {
            var before = Files();
            var run = verb == "use"
                ? await _rig.Keys("recovery", "use", _rig.Of("saved"), "--words", _rig.Of("words"))
                : await _rig.Run("keys", "recovery", "forward", _rig.Of("later.html"), "--words", _rig.Of("words"));

            Assert.Equal((2, ""), (run.Code, run.Data));
            Assert.StartsWith($"{_rig.Of("words")}: {why}", Assert.Single(run.Words.TrimEnd().Split('\n')), StringComparison.Ordinal);
            Assert.Equal(before, Files());
        }
    }

    [Theory]
    [InlineData("a file that is there", "exists already and is not overwritten")]
    [InlineData("a short passphrase", "The passphrase needs 14 characters or more")]
    [InlineData("words for all to read", "others than its owner may read or change it")]
    [InlineData("words that are not there", "is missing")]
    [InlineData("a year too late", "nothing that it opens is kept any more; make a new sheet.")]
    [InlineData("another calendar", "--epoch-days is 1 to 366.")]
    public async Task What_cannot_be_used_is_one_sentence_and_writes_nothing(string what, string why)
    {
        string[] more = [];
        _rig.WriteSecret("words", string.Join('\n', _lines));
        switch (what)
        {
            case "a file that is there": _rig.WriteSecret("saved", "older"); break;
            case "a short passphrase": _rig.WriteSecret("passphrase", "too short"); break;
            case "words for all to read": FileModes.Set(_rig.Of("words"), UnixFileMode.UserRead | UnixFileMode.OtherRead); break;
            case "words that are not there": File.Delete(_rig.Of("words")); break;
            case "a year too late": _rig.Days((28 * 13) + 33); break;
            default: more = ["--epoch-days", "0"]; break;
        }

        var before = Files();
        var used = await _rig.Keys(["recovery", "use", _rig.Of("saved"), "--words", _rig.Of("words"), .. more]);

        Assert.Equal((2, ""), (used.Code, used.Data));
        Assert.Contains(why, Assert.Single(used.Words.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        _rig.WriteSecret("saved", "older");
        _rig.WriteSecret("passphrase", "too short");
        _rig.WriteSecret("words", string.Join('\n', _lines[1..]));

        var used = await _rig.Keys("recovery", "use", _rig.Of("saved"), "--words", _rig.Of("words"));

        Assert.Equal((2, 3), (used.Code, used.Words.TrimEnd().Split('\n').Length));
    }

    [Fact]
    public async Task Another_passphrase_does_not_open_what_was_saved()
    {
        _rig.WriteSecret("words", RecoveryPage.TextOf(_sheet));
        var used = await _rig.Keys("recovery", "use", _rig.Of("saved"), "--words", _rig.Of("words"));
        _rig.WriteSecret("passphrase", "another one entirely");
        var before = Files();

        var renewed = await _rig.Keys("renew", _rig.Of("saved"), "--yes");

        Assert.Equal((0, $"{_sheet.Public}\n"), (used.Code, used.Data));
        Assert.Contains("This sheet is spent", used.Words, StringComparison.Ordinal);
        Assert.Equal(2, renewed.Code);
        Assert.Equal($"{_rig.Of("saved")}: does not open: the passphrase is wrong or the file is damaged; try again, or restore the file from its backup\n", renewed.Words);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task Words_come_from_standard_input_too()
    {
        using var sheet = RecoverySheet.Draw(EpochCalendar.Default.EpochOf(Day.Today(TimeProvider.System)), 13);
        using var program = Process.Start(OwnProgram.Start(
            ["keys", "recovery", "use", _rig.Of("saved"), "--words", "-", "--passphrase-file", _rig.Of("passphrase")]))!;
        await program.StandardInput.WriteAsync(RecoveryPage.TextOf(sheet));
        program.StandardInput.Close();
        var words = program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var data = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(program.ExitCode == 0, await words);
        Assert.Equal($"{sheet.Public}\n", data);
    }

    [Fact]
    public void At_the_keyboard_a_mistyped_line_is_named_at_once_and_asked_for_again()
    {
        var typed = _lines.ToList();
        typed.Insert(2, _lines[2][..^1] + "q");
        typed.Insert(5, _lines[5]);
        using var keyboard = new StringReader(string.Join('\n', typed));
        var said = new List<string>();
        var problems = new List<string>();

        using var read = SheetInput.Type(keyboard, said.Add, problems)!;

        Assert.Empty(problems);
        Assert.Equal(_sheet.Public, read.Public);
        Assert.Equal(
            ["Line 1: ", "Line 2: ", "Line 3: ", "line 3 is mistyped; compare it with the sheet, letter by letter", "Line 3: ", "Line 4: ", "Line 5: ",
                "line 5 has the words of line 6; type the lines in the order of the sheet", "Line 5: ", "Line 6: ", "Line 7: "],
            said.Skip(1));
    }

    [Fact]
    public void Who_stops_typing_has_no_sheet()
    {
        using var keyboard = new StringReader(string.Join('\n', _lines[..3]));
        var problems = new List<string>();

        Assert.Null(SheetInput.Type(keyboard, _ => { }, problems));
        Assert.Equal(["The words ended before line 4; begin again."], problems);
    }

    [Fact]
    public async Task A_later_sheet_never_begins_before_the_old_one()
    {
        using var future = RecoverySheet.Draw(_rig.Epoch + 40, 13);
        _rig.WriteSecret("words", RecoveryPage.TextOf(future));
        var before = Files();

        var run = await _rig.Run("keys", "recovery", "forward", _rig.Of("later.html"), "--words", _rig.Of("words"));

        Assert.Equal(2, run.Code);
        Assert.Contains("set this machine's clock right", run.Words, StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    /// <summary>Every file and what it holds.</summary>
    private List<string> Files() =>
    [
        .. Directory.EnumerateFiles(_rig.Of(), "*", SearchOption.AllDirectories).Order()
            .Select(f => $"{f} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))}"),
    ];
}
