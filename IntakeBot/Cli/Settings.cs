using IntakeBot.Core.Hotline;

namespace IntakeBot.Cli;

/// <summary>
/// What <c>config/intakebot.json</c> holds. Each value is overridable by an environment variable INTAKEBOT__Section__Name.
/// Relative paths start at the configuration folder.
/// </summary>
internal sealed class Settings
{
    public TelegramSettings Telegram { get; init; } = new();

    public KeySettings Keys { get; init; } = new();

    public ExchangeSettings Exchange { get; init; } = new();

    public HealthSettings Health { get; init; } = new();

    public LogSettings Logs { get; init; } = new();

    public LanguageSettings Languages { get; init; } = new();

    /// <summary>What one chat may do, and what counts as a burst.</summary>
    public FloodLimits Floods { get; init; } = new();

    /// <summary>How often receipt codes may be typed.</summary>
    public CodeLimits Codes { get; init; } = new();

    public Retention Retention { get; init; } = new();

    /// <summary>Who runs this; shown to anybody who asks, so empty behind a cover.</summary>
    public Imprint Operator { get; init; } = new();

    /// <summary>How Telegram is reached, and the first bot; <see cref="Bots"/> are those beside it.</summary>
    internal sealed class TelegramSettings : BotSettings
    {
        /// <summary>Telegram's own server.</summary>
        public const string Official = "https://api.telegram.org";

        /// <summary>The Bot API server.</summary>
        public string BaseUrl { get; init; } = Official;

        /// <summary>socks5://host:port or http://host:port; empty: none.</summary>
        public string Proxy { get; init; } = "";

        public WebhookSettings Webhook { get; init; } = new();

        /// <summary>Screens drawn per second over all chats of a bot; Telegram takes about 30. 0 does not pace: for load tests only.</summary>
        public int DrawsPerSecond { get; init; } = 30;

        /// <summary>Nothing is begun; who is in the middle of it goes on, and replies are read.</summary>
        public bool Closed { get; init; }

        public IReadOnlyList<BotSettings> Bots { get; init; } = [];

        /// <summary>The first bot and those beside it, with the name of their settings.</summary>
        public IReadOnlyList<(string Name, BotSettings Bot)> All => [("Telegram", this), .. Bots.Select((bot, i) => ($"Telegram.Bots[{i}]", bot))];
    }

    /// <summary>Telegram comes to us instead of being asked (docs/network.md).</summary>
    internal sealed class WebhookSettings
    {
        public const string DefaultAddress = "http://127.0.0.1:8443";

        /// <summary>https:// address at which Telegram reaches us; each bot's number is put behind it. Empty: Telegram is polled.</summary>
        public string Url { get; init; } = "";

        /// <summary>Where it is listened for.</summary>
        public string Address { get; init; } = DefaultAddress;

        /// <summary>TLS certificate and those between it and its root, PEM; empty: the reverse proxy in front has it.</summary>
        public string CertificateFile { get; init; } = "";

        /// <summary>The certificate's key, PEM, without a passphrase.</summary>
        public string KeyFile { get; init; } = "";

        /// <summary>Who may come, such as 149.154.160.0/20. Empty: at a loopback address whoever is on this machine, at another one Telegram.</summary>
        public IReadOnlyList<string> Networks { get; init; } = [];
    }

    internal sealed class KeySettings
    {
        public string ServerKeyFile { get; init; } = "../keys/server.key";

        /// <summary>The Ed25519 key whose public half the roster names.</summary>
        public string ExchangeKeyFile { get; init; } = "../keys/exchange.key";
    }

    internal sealed class ExchangeSettings
    {
        /// <summary>Where the desks' API listens; loopback unless said otherwise.</summary>
        public string Address { get; init; } = "http://127.0.0.1:8471";

        /// <summary>TLS certificate and those between it and its root, PEM; empty: no TLS.</summary>
        public string CertificateFile { get; init; } = "";

        /// <summary>The certificate's key, PEM, without a passphrase.</summary>
        public string KeyFile { get; init; } = "";

        /// <summary>Only a Tor onion service reaches the address, which may then be another than loopback without TLS.</summary>
        public bool Onion { get; init; }
    }

    internal sealed class HealthSettings
    {
        public const string DefaultAddress = "http://127.0.0.1:9464";

        /// <summary>Where the operator's machines ask how the server does; empty: nowhere, and nothing is measured.</summary>
        public string Address { get; init; } = DefaultAddress;
    }

    internal sealed class LogSettings
    {
        /// <summary>"json" to standard output, "text" to standard error; "auto": text where a terminal shows standard output.</summary>
        public string Format { get; init; } = "auto";
    }

    internal sealed class LanguageSettings
    {
        /// <summary>Names of drafts ("ko", "quiet/ko") that are served on purpose; any other draft is refused.</summary>
        public IReadOnlyList<string> Drafts { get; init; } = [];
    }
}
