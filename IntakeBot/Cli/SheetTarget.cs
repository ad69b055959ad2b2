using System.CommandLine;
using System.Text;
using IntakeBot.Core.Sealing;
using IntakeBot.Sheets;

namespace IntakeBot.Cli;

/// <summary>Where a new sheet goes: the page to print, and the public file beside it.</summary>
internal sealed class SheetTarget
{
    private readonly Argument<string> _page = new("SHEET") { Description = "The page to print: a file .html that is not there yet." };

    private readonly Option<string?> _public = new("--public")
    {
        Description = "The public file for 'roster add': one that is not there yet; else SHEET with .json.",
        HelpName = "FILE",
    };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_page);
        command.Options.Add(_public);
    }

    public string PublicFileOf(ParseResult parse) => parse.GetValue(_public) ?? Path.ChangeExtension(parse.GetValue(_page)!, ".json");

    public void Check(ParseResult parse, ICollection<string> problems)
    {
        var page = parse.GetValue(_page)!;
        if (!page.EndsWith(".html", StringComparison.Ordinal))
        {
            problems.Add($"{page}: give it a name that ends with .html, so that a browser opens and prints it");
        }

        NewFile.Check(page, problems);
        NewFile.Check(PublicFileOf(parse), problems);
        if (Path.GetFullPath(page) == Path.GetFullPath(PublicFileOf(parse)))
        {
            problems.Add($"{page}: is to be the page; give --public another name");
        }
    }

    /// <summary>Both files or none.</summary>
    public void Write(ParseResult parse, Terminal terminal, RecoverySheet sheet, EpochCalendar calendar)
    {
        var page = parse.GetValue(_page)!;
        using var identity = sheet.Identity(sheet.FirstEpoch);
        WholeFile.Create(page, Encoding.UTF8.GetBytes(RecoveryPage.Of(sheet, calendar)), secret: true);
        try
        {
            WholeFile.Create(PublicFileOf(parse), MemberFile.Encode(identity), secret: false);
        }
        catch
        {
            File.Delete(page);
            throw;
        }

        terminal.Data(sheet.Public.ToString());
        terminal.Say($"Fingerprint, to compare by voice: {Fingerprint.Of(sheet.Public)}");
        terminal.Say($"Print {page} on a printer that keeps no copy, read the paper, then delete the file: it is the secret itself.");
        terminal.Say($"Its keys reach until {calendar.LastDayOf(sheet.LastEpoch)}: make the later sheet by then with 'intakebot keys recovery forward'.");
    }
}
