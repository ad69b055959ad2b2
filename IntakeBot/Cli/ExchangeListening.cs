using IntakeBot.Core.Sealing;
using IntakeBot.Exchange;

namespace IntakeBot.Cli;

/// <summary>Where the Exchange listens, held against what may listen there: nothing that other machines reach is without TLS or an onion service.</summary>
internal static class ExchangeListening
{
    private const string Name = $"{nameof(Settings.Exchange)}.{nameof(Settings.ExchangeSettings.Address)}";

    /// <summary>The certificate; null where there is none, or a problem was added.</summary>
    public static ExchangeTls? Check(
        Settings.ExchangeSettings settings, Uri address, string configFolder, Day today, ICollection<string> problems, ICollection<string> warnings)
    {
        var file = Path.Combine(configFolder, SettingsFile.Name);
        var (certificate, key) = (settings.CertificateFile, settings.KeyFile);
        var isTls = address.Scheme == Uri.UriSchemeHttps;
        if (!address.IsLoopback && !isTls && !settings.Onion)
        {
            problems.Add(
                $"{file}: {Name} {address} can be reached from other machines, without TLS: listen at 127.0.0.1; or write https:// and set Exchange.CertificateFile and "
                + "Exchange.KeyFile; or, where only a Tor onion service reaches it, set \"Onion\": true");
        }
        else if (!address.IsLoopback)
        {
            warnings.Add($"{file}: {Name} {address} can be reached from other machines; let only the desks' tunnel reach it");
        }

        if (isTls != certificate.Length > 0 || isTls != key.Length > 0)
        {
            problems.Add(isTls
                ? $"{file}: {Name} starts with https://: set Exchange.CertificateFile and Exchange.KeyFile, both PEM, or write http:// and listen at 127.0.0.1"
                : $"{file}: Exchange.CertificateFile or Exchange.KeyFile is set, and {Name} starts with http://: write https://, or take them out");
            return null;
        }

        return isTls
            ? ExchangeTls.Read(SettingsFile.PathOf(configFolder, certificate), SettingsFile.PathOf(configFolder, key), today, problems, warnings)
            : null;
    }
}
