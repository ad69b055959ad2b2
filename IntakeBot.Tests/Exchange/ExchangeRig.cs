using System.Net;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Exchange;
using IntakeBot.Tests.Sealing;
using IntakeBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Exchange;

/// <summary>The Exchange over real HTTP on this machine, with a real store and roster, at noon of the roster's today.</summary>
internal sealed class ExchangeRig : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HttpClient _http = new();
    private WebApplication? _app;

    private ExchangeRig() => Store = SealedStore.Open(_folder.Path, TimeProvider.System);

    public RosterSetup Setup { get; } = new();

    public SealedStore Store { get; }

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UnixEpoch.AddDays(RosterSetup.Today.Number).AddHours(12));

    public LogCollector Log { get; } = new();

    /// <summary>What the server takes for current; may be exchanged while it runs.</summary>
    public Roster Roster { get; set; } = null!;

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    public static async Task<ExchangeRig> StartAsync(ExchangeTls? tls = null)
    {
        var rig = new ExchangeRig();
        rig.Roster = rig.Setup.Good();
        await rig.RunAsync(tls);
        return rig;
    }

    /// <summary>The same folders and store under a new server, at another address; not orderly: the one before got no chance to write anything.</summary>
    public async Task RestartAsync(bool isOrderly)
    {
        if (isOrderly)
        {
            await _app!.StopAsync();
        }

        await _app!.DisposeAsync();
        await RunAsync(null);
    }

    public ExchangeClient Client(SigningKey member, VerifyKey? exchange = null) => new(Address, member, exchange ?? Setup.Exchange.Public, Time);

    /// <summary>One intake sealed to the roster, in the store.</summary>
    public async Task<(ColdRow Cold, HotRow Hot)> AddAsync()
    {
        using var server = new ServerKey(new byte[ServerKey.Size]);
        var heading = new Heading { QuestionnaireHash = new byte[20], RosterSerial = 7, Language = 0, Day = RosterSetup.Today.Number, Burst = 0 };
        var (cold, hot) = new IntakeSealer(server).Begin(
            Locator.Draw(RosterSetup.Today), StepKey.Draw(), Roster.RecipientsFor("hotline", RosterSetup.Today)!, default, heading, RosterSetup.Today);
        Assert.True(await Store.CommitAsync(new Change().Put(cold, null).Put(hot, null)));
        return (cold, hot);
    }

    /// <summary>A signed request; <paramref name="spoil"/> may change it before it is sent.</summary>
    public async Task<(HttpStatusCode Code, string Headers, byte[] Body)> SendAsync(
        string path, SigningKey? member, Action<HttpRequestMessage>? spoil = null, TimeSpan clockAhead = default, byte[]? put = null)
    {
        using var request = new HttpRequestMessage(put is null ? HttpMethod.Get : HttpMethod.Put, new Uri(Address, path));
        var digest = put is null ? null : ContentDigest.Of(put);
        if (put is not null)
        {
            request.Content = new ByteArrayContent(put);
            request.Headers.Add(ContentDigest.Name, digest);
        }

        if (member is not null)
        {
            var (input, signature) = RequestSignature.Sign(member, request.Method.Method, request.RequestUri!, Time.GetUtcNow() + clockAhead, digest);
            request.Headers.Add(SignatureInput.Name, input.Header);
            request.Headers.Add(RequestSignature.Name, signature);
        }

        spoil?.Invoke(request);
        using var response = await _http.SendAsync(request);
        var headers = response.Headers.Concat(response.Content.Headers).Where(h => h.Key != "Date")
            .Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order();
        return (response.StatusCode, string.Join('\n', headers), await response.Content.ReadAsByteArrayAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app!.DisposeAsync();
        await Store.DisposeAsync();
        Setup.Dispose();
        _folder.Dispose();
    }

    private async Task RunAsync(ExchangeTls? tls)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Information);
        builder.WebHost.UseExchangeTls(tls).UseUrls($"{(tls is null ? "http" : "https")}://127.0.0.1:0");
        builder.Services.AddSingleton(Store);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddExchange(() => Roster, Setup.Exchange, new(Setup.Config, Setup.Data));
        _app = builder.Build();
        _app.MapExchange();
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single());
    }
}
