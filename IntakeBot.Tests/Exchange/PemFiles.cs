using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IntakeBot.Core.Sealing;
using IntakeBot.Exchange;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Exchange;

/// <summary>A certificate for 127.0.0.1 and its key, in files that only this account reads.</summary>
internal sealed class PemFiles : IDisposable
{
    private readonly TempFolder _folder = new();

    public PemFiles(Day first, Day last)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=exchange", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(Instant(first), Instant(last));
        File.WriteAllText(Certificate, made.ExportCertificatePem());
        File.WriteAllText(Key, key.ExportPkcs8PrivateKeyPem());
        FileModes.Set(Key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Thumbprint = made.Thumbprint;
    }

    public string Certificate => _folder.Of("exchange.crt");

    public string Key => _folder.Of("exchange.pem");

    public string Thumbprint { get; }

    public (ExchangeTls? Tls, List<string> Problems, List<string> Warnings) Read(Day today)
    {
        var (problems, warnings) = (new List<string>(), new List<string>());
        var tls = ExchangeTls.Read(Certificate, Key, today, problems, warnings);
        return (tls, problems, warnings);
    }

    public void Dispose() => _folder.Dispose();

    private static DateTimeOffset Instant(Day day) => DateTimeOffset.UnixEpoch.AddDays(day.Number);
}
