using System.Globalization;
using System.Net;
using IntakeBot.Core.Sealing;
using IntakeBot.Exchange;
using IntakeBot.Messenger;

namespace IntakeBot.Cli;

/// <summary>Where Telegram is to deliver and where that is listened for, held against what Telegram takes and what may listen there.</summary>
internal static class WebhookReach
{
    private const string Name = $"{nameof(Settings.Telegram)}.{nameof(Settings.TelegramSettings.Webhook)}";

    private static readonly int[] Ports = [443, 80, 88, 8443];

    /// <summary>Where a bot's updates are brought to; null: they are polled for. Of settings that were checked.</summary>
    public static Uri? UrlOf(Settings.WebhookSettings webhook, int number) =>
        webhook.Url.Length == 0 ? null : new(string.Create(CultureInfo.InvariantCulture, $"{webhook.Url.TrimEnd('/')}/{number}"));

    /// <summary>The address that Telegram is told.</summary>
    public static void Check(Settings settings, string file, ICollection<string> problems)
    {
        var webhook = settings.Telegram.Webhook;
        if (webhook.Url.Length == 0)
        {
            return;
        }

        // A server of the operator's own takes what Telegram's does not.
        var isTelegrams = settings.Telegram.All.Any(b => (b.Bot.ApiUrl.Length > 0 ? b.Bot.ApiUrl : settings.Telegram.BaseUrl) == Settings.TelegramSettings.Official);
        var why = Uri.TryCreate(webhook.Url, UriKind.Absolute, out var url) ? ProblemOf(url, isTelegrams) : "is no address; write https://NAME/PATH";
        if (why is not null)
        {
            problems.Add($"{file}: {Name}.Url {why}");
        }
    }

    /// <summary>Null: Telegram is polled, or a problem was added.</summary>
    public static WebhookListening? Read(Settings settings, string configFolder, Day today, ICollection<string> problems, ICollection<string> warnings)
    {
        var (webhook, file) = (settings.Telegram.Webhook, Path.Combine(configFolder, SettingsFile.Name));
        if (webhook.Url.Length == 0)
        {
            return null;
        }

        var networks = webhook.Networks.Select(n => (Text: n, Read: IPNetwork.TryParse(n, out var read) ? read : (IPNetwork?)null)).ToList();
        string[] wrong =
        [
            .. networks.Where(n => n.Read is null).Select(n => $"{file}: {Name}.Networks holds \"{n.Text}\", which is no network such as 149.154.160.0/20"),
            .. AddressProblems(settings, webhook).Select(p => $"{file}: {Name}.{p}"),
        ];
        if (wrong.Length > 0)
        {
            foreach (var problem in wrong)
            {
                problems.Add(problem);
            }

            return null;
        }

        var address = new Uri(webhook.Address);
        var tls = address.Scheme == Uri.UriSchemeHttps
            ? ExchangeTls.Read(SettingsFile.PathOf(configFolder, webhook.CertificateFile), SettingsFile.PathOf(configFolder, webhook.KeyFile), today, problems, warnings)
            : null;
        if (address is { Scheme: "http", IsLoopback: false })
        {
            warnings.Add($"{file}: {Name}.Address {address} is listened at without TLS: only in a network of this machine's own containers, with the reverse proxy alone in Networks");
        }

        return new()
        {
            Address = address,
            Networks = networks.Count > 0 ? [.. networks.Select(n => n.Read!.Value)] : address.IsLoopback ? null : WebhookListening.Telegram,
            Certificate = tls?.Certificate,
            Chain = tls?.Chain,
        };
    }

    private static string? ProblemOf(Uri url, bool isTelegrams) => url switch
    {
        { UserInfo: not "" } or { Query: not "" } or { Fragment: not "" } => "holds more than host, port and path; write https://NAME/PATH",
        _ when !url.AbsolutePath.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.') => "is to have a path of A-Z, a-z, 0-9, '/', '-', '_' and '.' alone",
        { Scheme: not "https" } when isTelegrams || url is not { Scheme: "http", IsLoopback: true } => "is to start with https://: Telegram delivers to no other",
        _ when isTelegrams && !Ports.Contains(url.Port) => $"is at port {url.Port}; Telegram delivers to {string.Join(", ", Ports)} alone",
        _ => null,
    };

    private static IEnumerable<string> AddressProblems(Settings settings, Settings.WebhookSettings webhook)
    {
        if (!Uri.TryCreate(webhook.Address, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            yield return "Address is not an address that starts with http:// or https://";
            yield break;
        }

        var isTls = address.Scheme == Uri.UriSchemeHttps;
        if (isTls != webhook.CertificateFile.Length > 0 || isTls != webhook.KeyFile.Length > 0)
        {
            yield return isTls
                ? "Address starts with https://: set CertificateFile and KeyFile beside it, both PEM, or write http:// and listen at 127.0.0.1 behind a reverse proxy"
                : "Address starts with http://, and CertificateFile or KeyFile is set: write https://, or take them out";
        }

        if (!isTls && !address.IsLoopback && webhook.Networks.Count == 0)
        {
            yield return $"Address {address} can be reached from other machines, without TLS: listen at 127.0.0.1 behind a reverse proxy, or write https:// with a certificate";
        }

        foreach (var (name, text) in new[] { ("Exchange", settings.Exchange.Address), ("Health", settings.Health.Address) })
        {
            if (Uri.TryCreate(text, UriKind.Absolute, out var other) && other.Port == address.Port)
            {
                yield return $"Address and {name}.Address have the same port; give each its own";
            }
        }
    }
}
