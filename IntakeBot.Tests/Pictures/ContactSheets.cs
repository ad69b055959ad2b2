using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using IntakeBot.Tests.Support;
using OpenQA.Selenium;

namespace IntakeBot.Tests.Pictures;

/// <summary>The folder of contact sheets: <c>ko-1.png</c>, <c>ko-2.png</c>, ... and the page that shows them.</summary>
internal sealed partial class ContactSheets(string folder)
{
    private const int PhonesOnSheet = 12;
    private const string Style = """
        html { overflow: hidden; }
        body { margin: 0; background: #fff; font: 15px "Noto Sans", sans-serif; }
        main { display: grid; grid-template-columns: repeat(4, 392px); gap: 18px; padding: 18px; width: max-content; }
        figure { margin: 0; }
        img { display: block; width: 390px; border: 1px solid #889; border-radius: 8px; }
        figcaption { padding: 5px 2px 0; }
        em { display: block; color: #b00020; font-style: normal; }
        """;

    private const string Head = """
        # Every screen, as a person sees it

        Each under the name that its words have in `config/languages`. Taken from the page of the simulated Telegram, 390 pixels
        wide. Red below a picture: what the phone had no room for. Made anew by

            ./build screens              en, ko, zh and ja
            ./build screens vi ko        only these

        """;

    /// <summary>Composes the pictures of one language in the browser that took them; older sheets of the language go.</summary>
    public void Write(string language, IReadOnlyList<Picture> pictures, Chromium browser)
    {
        foreach (var old in Sheets().Where(s => s.Language == language).ToList())
        {
            File.Delete(old.Path);
        }

        foreach (var (number, sheet) in pictures.Chunk(PhonesOnSheet).Index())
        {
            File.WriteAllBytes(Path.Combine(folder, $"{language}-{number + 1}.png"), Compose(sheet, browser));
        }

        File.WriteAllText(Path.Combine(folder, "README.md"), Page());
    }

    private static byte[] Compose(IReadOnlyList<Picture> pictures, Chromium browser)
    {
        using var folder = new TempFolder();
        var html = new StringBuilder($"<!doctype html><meta charset=\"utf-8\"><style>{Style}</style><main>");
        foreach (var picture in pictures)
        {
            _ = html.Append($"<figure><img src=\"data:image/png;base64,{Convert.ToBase64String(picture.Png)}\"><figcaption>{WebUtility.HtmlEncode(picture.Name)}");
            _ = html.Append(string.Concat(Faults(picture).Select(f => $"<em>{WebUtility.HtmlEncode(f)}</em>"))).Append("</figcaption></figure>");
        }

        File.WriteAllText(folder.Of("sheet.html"), html.Append("</main>").ToString());
        browser.Resize(1300, 800, mobile: false);
        browser.Page.Navigate().GoToUrl(new Uri(folder.Of("sheet.html")));
        var size = ((IEnumerable<object>)browser.Page.ExecuteScript("const m = document.querySelector('main'); return [m.offsetWidth, m.offsetHeight]")!).Cast<long>().ToList();
        browser.Resize((int)size[0], (int)size[1], mobile: false);
        return ((ITakesScreenshot)browser.Page).GetScreenshot().AsByteArray;
    }

    private static IEnumerable<string> Faults(Picture picture) =>
        picture.Cut.Select(label => $"cut: {label}").Concat(picture.IsTooHigh ? ["higher than the phone"] : Array.Empty<string>());

    private string Page()
    {
        var languages = Sheets().GroupBy(s => s.Language).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"## {g.Key}\n\n{string.Join('\n', g.OrderBy(s => s.Number).Select(s => $"![{g.Key}, sheet {s.Number}]({s.Language}-{s.Number}.png)"))}\n");
        return $"{Head}\n{string.Join('\n', languages)}";
    }

    private IEnumerable<(string Path, string Language, int Number)> Sheets() =>
        from path in Directory.EnumerateFiles(folder, "*.png")
        let name = SheetName().Match(Path.GetFileName(path))
        where name.Success
        select (path, name.Groups[1].Value, int.Parse(name.Groups[2].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^([a-z]+)-([0-9]+)\.png$")]
    private static partial Regex SheetName();
}
