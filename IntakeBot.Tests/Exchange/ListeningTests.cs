using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Exchange;
using IntakeBot.Tests.Sealing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntakeBot.Tests.Exchange;

/// <summary>What the Exchange's port takes and gives, over real sockets.</summary>
public sealed class ListeningTests
{
    private static readonly Day Today = RosterSetup.Today;

    [Fact]
    public async Task With_a_certificate_it_speaks_TLS_1_3_and_HTTP_1_1_only()
    {
        using var pem = new PemFiles(Today, Today.Plus(90));
        var (tls, problems, warnings) = pem.Read(Today);
        Assert.Empty(problems.Concat(warnings));
        using (tls)
        {
            await using var rig = await ExchangeRig.StartAsync(tls);
            using var handler = Trusting(pem.Thumbprint, SslProtocols.None);
            using var http = new HttpClient(handler);
            using var request = Signed(rig, HttpVersion.Version20);
            using var response = await http.SendAsync(request);
#pragma warning disable CA5398 // The older version is what the server must refuse.
            using var old = Trusting(pem.Thumbprint, SslProtocols.Tls12);
#pragma warning restore CA5398
            using var outdated = new HttpClient(old);

            Assert.Equal("https", rig.Address.Scheme);
            Assert.Equal((HttpStatusCode.OK, HttpVersion.Version11), (response.StatusCode, response.Version));
            Assert.Equal("max-age=63072000; includeSubDomains", response.Headers.GetValues("Strict-Transport-Security").Single());
            Assert.False(response.Headers.Contains("Server"));
            await Assert.ThrowsAsync<HttpRequestException>(() => outdated.GetAsync(rig.Address));
        }
    }

    [Fact]
    public async Task HTTP_2_is_not_spoken_without_TLS_either()
    {
        await using var rig = await ExchangeRig.StartAsync();
        using var http = new HttpClient();
        using var request = Signed(rig, HttpVersion.Version20);
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;

        await Assert.ThrowsAsync<HttpRequestException>(() => http.SendAsync(request));
    }

    [Fact]
    public async Task A_body_above_the_cap_and_too_many_headers_get_nothing()
    {
        await using var rig = await ExchangeRig.StartAsync();
        var ada = rig.Setup.Ada.Signing;
        var path = ExchangePaths.RemovalOf(Place.Random());

        var large = await rig.SendAsync(path, ada, put: new byte[ExchangeKestrel.MaxBody + 1]);
        var many = await rig.SendAsync("/v1/manifest?kind=cold", ada, r =>
        {
            for (var i = 0; i < 30; i++)
            {
                r.Headers.Add($"X-{i}", "x");
            }
        });

        Assert.Equal(ExchangeKestrel.MaxBody, rig.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MaxRequestBodySize);
        Assert.Equal((HttpStatusCode.NotFound, 0), (large.Code, large.Body.Length));
        Assert.Equal((HttpStatusCode.RequestHeaderFieldsTooLarge, 0), (many.Code, many.Body.Length));
        Assert.DoesNotContain("Server", many.Headers, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-10, -1, "counts from")]
    [InlineData(1, 90, "counts from")]
    public void A_certificate_that_does_not_count_today_is_refused(int first, int last, string why)
    {
        using var pem = new PemFiles(Today.Plus(first), Today.Plus(last));

        var (tls, problems, _) = pem.Read(Today);

        Assert.Null(tls);
        Assert.Contains($"{pem.Certificate}: {why}", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_ends_soon_is_told()
    {
        using var pem = new PemFiles(Today, Today.Plus(13));

        var (tls, problems, warnings) = pem.Read(Today);

        tls!.Dispose();
        Assert.Empty(problems);
        Assert.Equal([$"{pem.Certificate}: ends on {Today.Plus(13)}; renew it"], warnings);
    }

    [Fact]
    public void What_cannot_be_read_is_named()
    {
        using var pem = new PemFiles(Today, Today.Plus(90));
        using var other = new PemFiles(Today, Today.Plus(90));

        File.Copy(other.Key, pem.Key, overwrite: true);
        Assert.Contains("is not a certificate in PEM that", Assert.Single(pem.Read(Today).Problems), StringComparison.Ordinal);
        File.WriteAllText(pem.Key, "no key");
        Assert.Contains("is not a certificate in PEM that", Assert.Single(pem.Read(Today).Problems), StringComparison.Ordinal);
        File.Delete(pem.Key);
        Assert.Equal([$"{pem.Key}: is missing"], pem.Read(Today).Problems);
        File.WriteAllText(pem.Certificate, "");
        Assert.Equal([$"{pem.Key}: is missing"], pem.Read(Today).Problems);
    }

    private static HttpRequestMessage Signed(ExchangeRig rig, Version version)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(rig.Address, "/v1/manifest?kind=cold")) { Version = version };
        var (input, signature) = RequestSignature.Sign(rig.Setup.Ada.Signing, "GET", request.RequestUri!, rig.Time.GetUtcNow());
        request.Headers.Add(SignatureInput.Name, input.Header);
        request.Headers.Add(RequestSignature.Name, signature);
        return request;
    }

    /// <summary>By thumbprint: the certificate is nobody's but the test's.</summary>
    private static SocketsHttpHandler Trusting(string thumbprint, SslProtocols protocols) => new()
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            EnabledSslProtocols = protocols,
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == thumbprint,
        },
    };
}
