using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Exchange;

/// <summary>
/// Certificate, chain and key in PEM. It hides from the network which rows are asked for; what is believed hangs on the roster's Exchange
/// key alone.
/// </summary>
internal sealed record ExchangeTls(X509Certificate2 Certificate, X509Certificate2Collection Chain) : IDisposable
{
    private const int MaxLength = 256 * 1024;
    private const int DaysOfWarning = 14;

    /// <summary>Null, and the reason added, where they cannot be served by.</summary>
    public static ExchangeTls? Read(string certificateFile, string keyFile, Day today, ICollection<string> problems, ICollection<string> warnings)
    {
        var unread = new List<string>();
        var certificate = SecretFile.Read(certificateFile, MaxLength, problems, unread);
        var key = SecretFile.Read(keyFile, MaxLength, problems, warnings);
        if (certificate is null || key is null)
        {
            return null;
        }

        try
        {
            var text = Encoding.ASCII.GetString(certificate);
            var chain = new X509Certificate2Collection();
            chain.ImportFromPem(text);
            var tls = new ExchangeTls(Usable(X509Certificate2.CreateFromPem(text, Encoding.ASCII.GetString(key))), chain);
            return tls.Counts(certificateFile, today, problems, warnings) ? tls : null;
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            problems.Add($"{certificateFile}: is not a certificate in PEM that {keyFile} is the key of, without a passphrase; get both again from who issued it");
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    public void Dispose()
    {
        Certificate.Dispose();
        foreach (var one in Chain)
        {
            one.Dispose();
        }
    }

    public override string ToString() => nameof(ExchangeTls);

    private bool Counts(string file, Day today, ICollection<string> problems, ICollection<string> warnings)
    {
        var (first, last) = (Day.Of(Certificate.NotBefore.ToUniversalTime()), Day.Of(Certificate.NotAfter.ToUniversalTime()));
        if (today < first || today > last)
        {
            problems.Add($"{file}: counts from {first} to {last}, and today is {today}; renew it, or set the clock");
            Dispose();
            return false;
        }

        if (last.Number - today.Number <= DaysOfWarning)
        {
            warnings.Add($"{file}: ends on {last}; renew it");
        }

        return true;
    }

    /// <summary>Windows serves by no key that was never in its own store's format.</summary>
    private static X509Certificate2 Usable(X509Certificate2 certificate)
    {
        if (!OperatingSystem.IsWindows())
        {
            return certificate;
        }

        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
        }
    }
}
