using System.Net;
using System.Net.Http.Headers;
using System.Text;
using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Messenger;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;
using static IntakeBot.Tests.Journeys.Walks;

namespace IntakeBot.Tests.Journeys;

/// <summary>The real host to which a simulated Telegram brings what people press, and strangers who try the same.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private TestHotline _hotline = null!;

    private Uri Door => new(_hotline.Webhook!.Address, "/hook/1");

    private string Secret => _hotline.Line.Door!.Secret;

    public async ValueTask InitializeAsync()
    {
        _hotline = await TestHotline.StartAsync(webhook: new() { Address = FreePort.Address() });
        await UntilAsync(() => _hotline.Health.State is PollState.Polling);
    }

    public async ValueTask DisposeAsync()
    {
        await _hotline.DisposeAsync();
        _http.Dispose();
    }

    [Fact]
    public async Task An_intake_comes_in_without_one_poll_and_is_opened_as_it_was_pressed()
    {
        var person = await PressAsync();

        _ = await person.SkipTheRestAsync();

        Assert.Equal(Answers(("danger", "not_now")), _hotline.OnlyAnswers());
        Assert.Equal(0, _hotline.World.Requests.Count("getUpdates"));
        Assert.Equal(1, _hotline.World.Requests.Count("setWebhook"));
        await UntilAsync(() => _hotline.World.Bot.PendingUpdates == 0);
        Assert.DoesNotContain(_hotline.Log.Lines, l => l.Contains(Secret, StringComparison.Ordinal) || l.Contains("/hook/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hide_covers_the_screen()
    {
        var person = await PressAsync();

        person.Press("Hide");

        await person.WaitForAsync(s => s.Count == 1 && !Taps.Shows(s[^1], "Who needs help?"), Taps.Patience);
        Assert.Equal("not_now", _hotline.OnlyAnswers()["danger"]);
    }

    [Fact]
    public async Task Two_hundred_comes_when_the_row_is_on_the_disk_and_a_second_time_changes_nothing()
    {
        var person = _hotline.World.Join("Test");
        person.Start();
        await person.TapAsync(Gate[..^1]);
        await person.SeeAsync(Gate[^1]);
        await UntilAsync(() => _hotline.World.Bot.PendingUpdates == 0);
        _hotline.World.Bot.Webhook.Set("", secret: null);
        person.Press(Gate[^1]);
        var press = Encoding.UTF8.GetString(Assert.Single(_hotline.World.Bot.Updates.Waiting()).Json);

        Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Post, Door, Secret, press));
        Assert.Equal(2, Rows());
        Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Post, Door, Secret, press));
        Assert.Equal(2, Rows());
        await person.SeeAsync("Are you in danger?");
    }

    [Fact]
    public async Task A_press_that_is_brought_twice_changes_nothing()
    {
        var person = _hotline.World.Join("Test");
        person.Start();
        await person.TapAsync(Gate);
        await person.SeeAsync("Are you in danger?");
        var press = person.Press("Not now");
        await person.SeeAsync("Who needs help?");

        _hotline.World.Redeliver(press);
        _ = _hotline.World.Duplicate(press);

        await UntilAsync(() => _hotline.World.Bot.PendingUpdates == 0);
        await person.TapAsync("Me");
        await person.SeeAsync("How old");
        Assert.Single(_hotline.OpenAll());
        Assert.Single(person.Screen);
    }

    [Fact]
    public async Task A_stop_in_the_middle_loses_nothing_and_the_secret_is_another_afterwards()
    {
        var person = await PressAsync();
        var (door, secret) = (Door, Secret);
        await _hotline.StopServerAsync();
        person.Start();
        Assert.Equal(1, _hotline.World.Bot.PendingUpdates);

        await _hotline.StartServerAsync();
        await UntilAsync(() => _hotline.World.Bot.PendingUpdates == 0);

        Assert.NotEqual(secret, Secret);
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(HttpMethod.Post, door, secret, Update));
        await person.TapAsync("English", "Yes, I am alone", "Only on this one");
        Assert.Equal("not_now", _hotline.OnlyAnswers()["danger"]);
    }

    [Fact]
    public async Task Who_is_not_Telegram_gets_a_bare_404_and_nothing_of_it_is_read_or_stored()
    {
        _ = await PressAsync();
        var (before, updates) = (Rows(), _hotline.Health.Updates);
        string[] wrong = ["", "x", Secret[..^1], Secret + "0", Secret[..^1] + (Secret[^1] == '0' ? '1' : '0'), Secret.ToUpperInvariant() + " "];

        foreach (var secret in wrong)
        {
            Assert.Equal(HttpStatusCode.NotFound, await SendAsync(HttpMethod.Post, Door, secret, Update));
        }

        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(HttpMethod.Post, Door, null, Update));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(HttpMethod.Post, new(Door, "/hook/2"), Secret, Update));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(HttpMethod.Post, new(Door, "/"), Secret, Update));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(HttpMethod.Get, Door, Secret, null));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(HttpMethod.Put, Door, Secret, Update));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(HttpMethod.Post, Door, Secret, new string('x', WebhookDoor.MaxBody + 1)));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(HttpMethod.Post, Door, Secret, ""));
        Assert.Equal((before, updates), (Rows(), _hotline.Health.Updates));
        Assert.Equal(0, _hotline.Health.Quarantined);

        // The same, with the secret, is taken.
        Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Post, Door, Secret, Update));
        Assert.Equal(updates + 1, _hotline.Health.Updates);
    }

    [Fact]
    public async Task What_cannot_be_read_is_set_aside_and_not_asked_for_again()
    {
        foreach (var body in new[] { "{", "[]", "{\"update_id\":\"x\"}", "{\"update_id\":7,\"message\":{\"chat\":{}}}", new string('[', 100_000) })
        {
            Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Post, Door, Secret, body));
        }

        Assert.Equal(5, _hotline.Health.Quarantined);
        _ = await PressAsync();
    }

    [Fact]
    public async Task A_404_says_nothing_of_what_answers()
    {
        using var answer = await _http.GetAsync(new Uri(Door, "/"), TestContext.Current.CancellationToken);

        Assert.Equal(["Connection", "Content-Length", "Date"], answer.Headers.Concat(answer.Content.Headers).Select(h => h.Key).Order(StringComparer.Ordinal));
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_peer_of_another_network_gets_a_404_although_it_has_the_secret()
    {
        await using var hotline = await TestHotline.StartAsync(webhook: new() { Address = FreePort.Address(), Networks = WebhookListening.Telegram });
        await UntilAsync(() => hotline.Health.State is PollState.Polling);

        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(HttpMethod.Post, new(hotline.Webhook!.Address, "/hook/1"), hotline.Line.Door!.Secret, Update));
        Assert.Equal(0, hotline.Health.Updates);
    }

    [Theory]
    [InlineData("149.154.160.0", true)]
    [InlineData("149.154.175.255", true)]
    [InlineData("149.154.176.0", false)]
    [InlineData("91.108.4.1", true)]
    [InlineData("91.108.7.255", true)]
    [InlineData("91.108.8.0", false)]
    [InlineData("::ffff:91.108.4.1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("2001:67c:4e8::1", false)]
    [InlineData(null, false)]
    public void Telegram_s_networks_are_let_in_and_no_other(string? peer, bool isIn) =>
        Assert.Equal(isIn, new WebhookListening { Address = new("https://0.0.0.0:8443"), Networks = WebhookListening.Telegram }.Admits(peer is null ? null : IPAddress.Parse(peer)));

    private const string Update = """{"update_id":7,"poll":{}}""";

    private async Task<PhonePerson> PressAsync()
    {
        var person = _hotline.World.Join("Test");
        person.Start();
        await person.TapAsync(Gate);
        await person.TapAsync("Not now");
        await person.SeeAsync("Who needs help?");
        return person;
    }

    private int Rows() => _hotline.Store.Manifest(RowKind.Cold, null, 100).Count + _hotline.Store.Manifest(RowKind.Hot, null, 100).Count;

    private async Task<HttpStatusCode> SendAsync(HttpMethod method, Uri address, string? secret, string? body)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content?.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        // Waits for what is said to the headers before it sends the body.
        request.Headers.ExpectContinue = body?.Length > WebhookDoor.MaxBody;
        if (secret is not null)
        {
            _ = request.Headers.TryAddWithoutValidation(WebhookDoor.SecretHeader, secret);
        }

        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var deadline = new CancellationTokenSource(Taps.Patience);
        while (!holds())
        {
            await Task.Delay(10, deadline.Token);
        }
    }
}
