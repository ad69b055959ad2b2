using System.Globalization;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Hotline;

namespace IntakeBot.Cli;

/// <summary>What a first set-up is asked for. Null: as shipped.</summary>
internal sealed record InitWish
{
    /// <summary>Where desks reach the Exchange, for the roster.</summary>
    public string? Exchange { get; init; }

    public int? RetentionDays { get; init; }

    /// <summary>Through which Telegram is reached.</summary>
    public string? Proxy { get; init; }

    public bool IsEmpty => this is { Exchange: null, RetentionDays: null, Proxy: null };

    /// <summary>From what was given with the verb; what is wrong with it is added.</summary>
    public static InitWish Read(string? exchange, string? days, string? proxy, ICollection<string> problems) => new()
    {
        Exchange = Held("--exchange", exchange, ExchangeProblem, problems),
        RetentionDays = Held("--retention-days", days, DaysProblem, problems) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : null,
        Proxy = Held("--proxy", proxy, ProxyProblem, problems),
    };

    /// <summary>One question after the other, each until its answer can be read. An empty answer, or none any more, is "as shipped".</summary>
    public static InitWish Ask(Func<string, string?> ask)
    {
        var exchange = Until("Where will desks reach the Exchange? An onion address, https://, or Enter for this machine alone", ExchangeProblem);
        var days = Until($"After how many days are intakes removed? Enter for {new Retention().IntakeDays}", DaysProblem);
        var proxy = Until("Through which proxy is Telegram reached? socks5://HOST:PORT, http://HOST:PORT, or Enter for none", ProxyProblem);
        return Read(exchange, days, proxy, []);

        string? Until(string question, Func<string, string?> problemOf)
        {
            var asked = question;
            while (ask($"{asked}: ")?.Trim() is { Length: > 0 } answer)
            {
                if (problemOf(answer) is not { } problem)
                {
                    return answer;
                }

                asked = $"That {problem}.\n{question}";
            }

            return null;
        }
    }

    private static string? Held(string flag, string? text, Func<string, string?> problemOf, ICollection<string> problems)
    {
        if (text is null || problemOf(text) is not { } problem)
        {
            return text;
        }

        problems.Add($"{flag} {problem}");
        return null;
    }

    private static string? ExchangeProblem(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "", Host: not "" }
            ? null
            : "is no address of an Exchange; give it as http://NAME.onion or https://HOST:PORT";

    private static string? DaysProblem(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            ? new Retention { IntakeDays = days }.Problems().FirstOrDefault() is { } outside ? $"does not do: {outside}" : null
            : "is no number of days";

    private static string? ProxyProblem(string text) => ExchangeProxy.TryParse(text, out _, out var problem) ? null : problem;
}
