using System.Text;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>Keys that were printed, put in a safe and typed in again.</summary>
internal static class KeyFileVectors
{
    private static readonly string Server = Encoding.ASCII.GetString(KeyText.Encode("IntakeBot server key 1", Fixed.Bytes("server key")));
    private static readonly string Signing = Encoding.ASCII.GetString(KeyText.Encode("IntakeBot signing key 1", Fixed.Bytes("organisation signing")));

    public static IEnumerable<Vector> All() => [.. Good(), .. Typed(), .. Lines()];

    private static IEnumerable<Vector> Good()
    {
        (string Name, string About, string Text)[] good =
        [
            ("plain", "As it is written.", Server), ("capitals", "Capital digits.", Upper(Server)), ("no-blanks", "No blanks between the groups.", Digits(Server, d => d.Replace(" ", "", StringComparison.Ordinal))),
            ("more-blanks", "More blanks than needed.", Digits(Server, d => $"  {d.Replace(" ", "   ", StringComparison.Ordinal)} ")), ("crlf", "CR LF at the line ends.", Server.ReplaceLineEndings("\r\n")),
            ("empty-lines", "Empty lines around each line.", "\n" + Server.ReplaceLineEndings("\n\n")), ("no-end", "No line end behind the check.", Server.TrimEnd()),
        ];
        return [.. good.Select(g => Of($"good-{g.Name}", "server key", Vector.Success, g.About, g.Text)), Of("good-signing", "signing key", Vector.Success, "A signing key.", Signing)];
    }

    private static IEnumerable<Vector> Typed()
    {
        var groups = Server.Split('\n')[1].Split(' ');
        (string Name, string About, string Text)[] wrong =
        [
            ("digit", "One digit is another.", Digits(Server, d => (d[0] == '0' ? "1" : "0") + d[1..])), ("letter", "A letter o in the place of a digit.", Digits(Server, d => "o" + d[1..])),
            ("groups-swapped", "Two groups have changed places.", Digits(Server, _ => string.Join(' ', [groups[1], groups[0], .. groups[2..]]))),
            ("group-missing", "A group is missing.", Digits(Server, _ => string.Join(' ', groups[1..]))), ("group-twice", "A group stands twice.", Digits(Server, _ => string.Join(' ', [groups[0], .. groups]))),
            ("digit-missing", "The last digit is missing.", Digits(Server, d => d[..^1])), ("hyphens", "Hyphens between the groups.", Digits(Server, d => d.Replace(' ', '-'))),
            ("check-digit", "One digit of the check is another.", Server[..^2] + (Server[^2] == '0' ? "1" : "0") + "\n"), ("check-short", "The check has seven digits.", Server[..^2] + "\n"),
            ("check-long", "The check has nine digits.", Server.TrimEnd() + "0\n"),
        ];
        return wrong.Select(w => Of(w.Name, "server key", "key file", w.About, w.Text));
    }

    private static IEnumerable<Vector> Lines()
    {
        (string Name, string About, string Text)[] wrong =
        [
            ("title-2", "The title says 2, and the check fits.", Encoding.ASCII.GetString(KeyText.Encode("IntakeBot server key 2", Fixed.Bytes("server key")))),
            ("title-kept-check", "The title of a signing key with the check of a server key.", Server.Replace("server", "signing", StringComparison.Ordinal)),
            ("title-small", "The title has a small letter.", Server.Replace("IntakeBot", "Intakebot", StringComparison.Ordinal)), ("title-missing", "No title.", Server[(Server.IndexOf('\n') + 1)..]),
            ("check-missing", "No check.", Server[..Server.IndexOf("check", StringComparison.Ordinal)]), ("check-word", "The word check is missing.", Server.Replace("check ", "", StringComparison.Ordinal)),
            ("check-capital", "The word check has a capital letter.", Server.Replace("check", "Check", StringComparison.Ordinal)), ("fourth-line", "A fourth line.", Server + "made in November\n"),
            ("two-keys", "Two keys in one file.", Server + Server), ("513", "513 bytes.", Server + new string('\n', 513 - Server.Length)), ("empty", "No byte.", ""),
        ];
        return
        [
            .. wrong.Select(w => Of(w.Name, "server key", "key file", w.About, w.Text)),
            Of("other-kind", "server key", "key file", "A whole signing key where a server key is asked for.", Signing),
            Of("signing-other-kind", "signing key", "key file", "A whole server key where a signing key is asked for.", Server),
            Of("signing-digit", "signing key", "key file", "One digit is another.", Digits(Signing, d => (d[0] == '0' ? "1" : "0") + d[1..])),
            Of("good-512", "server key", Vector.Success, "512 bytes, the most.", Server + new string('\n', 512 - Server.Length)),
        ];
    }

    private static string Digits(string text, Func<string, string> change)
    {
        var lines = text.Split('\n');
        lines[1] = change(lines[1]);
        return string.Join('\n', lines);
    }

    private static string Upper(string text) => Digits(text, d => d.ToUpperInvariant());

    private static Vector Of(string name, string kind, string expect, string about, string text) =>
        Vector.Draft($"key-{name}", kind, expect, about).With("key", Encoding.ASCII.GetBytes(text));
}
