using IntakeBot.Core.Covers;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Messenger;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntakeBot.Tests.Journeys;

/// <summary>Two bots with different faces and words in one process and one store: a person of one is nobody at the other.</summary>
public sealed class SeveralBotsTests : IAsyncLifetime
{
    private const string FirstToken = "111111:FIRST";
    private const string SecondToken = "222222:SECOND";

    private readonly TempFolder _folder = new();
    private readonly ServerKey _key = new(Enumerable.Repeat((byte)7, ServerKey.Size).ToArray());
    private readonly EpochSecret _staff = EpochSecret.Draw();
    private PhoneServer _first = null!;
    private PhoneServer _second = null!;
    private SealedStore _store = null!;
    private CodeLane _codes = null!;
    private readonly CodeGate _codeGate = new(new(), TimeProvider.System);
    private IHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _first = await PhoneServer.StartAsync(new PhoneOptions { Token = FirstToken }, default);
        _second = await PhoneServer.StartAsync(new PhoneOptions { Token = SecondToken }, default);
        _store = SealedStore.Open(_folder.Path, TimeProvider.System);
        _codes = TinyCodes.Lane(_key, _store);
        var builder = Host.CreateEmptyApplicationBuilder(new());
        Add(builder.Services, _first, FirstToken, "units", "blue kettle");
        Add(builder.Services, _second, SecondToken, "phrase", "green door");
        _host = builder.Build();
        await _host.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _codes.DisposeAsync();
        await _store.DisposeAsync();
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        _key.Dispose();
        _staff.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Each_has_its_own_cover_and_word()
    {
        var here = Start(_first);
        var there = Start(_second);
        await here.SeeAsync("1 kg = 2 jin");
        await there.SeeAsync("Phrase of the day");

        here.Type("green door");
        there.Type("blue kettle");
        await here.WaitForScreenAsync(s => s.Count == 1, Taps.Patience);
        await there.WaitForScreenAsync(s => s.Count == 1, Taps.Patience);
        Assert.Contains("1 kg", here.Screen[0].Text, StringComparison.Ordinal);
        Assert.Contains("Phrase", there.Screen[0].Text, StringComparison.Ordinal);

        here.Type("blue kettle");
        there.Type("green door");
        await here.TapAsync([.. Walks.Gate.Skip(1), "Not now"]);
        await there.TapAsync([.. Walks.Gate.Skip(1), "Today"]);
        Assert.Equal(2, _store.Manifest(RowKind.Hot, null, 3).Count);
    }

    [Fact]
    public async Task A_button_of_one_bot_says_nothing_to_the_other()
    {
        var here = Start(_first);
        here.Type("blue kettle");
        await here.TapAsync(Walks.Gate.Skip(1));
        var answer = (await here.SeeAsync("Are you in danger?")).Buttons.First(b => b.Label == "Today").Data!;
        var before = Assert.Single(_store.Manifest(RowKind.Hot, null, 2)).Version;
        var there = Start(_second);
        var cover = await there.SeeAsync("Phrase of the day");

        there.PressData(cover.Id, answer);
        await there.WaitForScreenAsync(_ => there.Spinners.Count == 0, Taps.Patience);

        Assert.Equal(before, Assert.Single(_store.Manifest(RowKind.Hot, null, 2)).Version);
        Assert.Equal(cover.Text, there.Screen[^1].Text);
    }

    [Fact]
    public async Task Neither_asks_with_the_others_token_nor_knows_the_others_people()
    {
        var here = Start(_first);
        here.Type("blue kettle");
        await here.SeeAsync("Can you look at this safely now?");

        var lines = _host.Services.GetServices<BotLine>().ToList();

        Assert.Equal([1, 0], lines.Select(l => l.Hotline.ChatCount));
        Assert.NotEmpty(_first.World.Requests.Recent);
        Assert.DoesNotContain(_second.World.Requests.Recent, r => r.Method is "sendMessage" or "editMessageText");
    }

    private static PhonePerson Start(PhoneServer phone)
    {
        var person = phone.World.Join("Test");
        person.Start();
        return person;
    }

    private void Add(IServiceCollection services, PhoneServer phone, string token, string cover, string word)
    {
        var options = new TelegramOptions { BaseUrl = phone.Address, Token = token, DrawsPerSecond = 0 };
        var recipients = new Recipients(0, 1, [null, _staff.Public, null, null]);
        services.AddMessenger(
            new Hotline(new()
            {
                Bot = options.Bot,
                Questionnaires = new(ShippedQuestionnaire.Value),
                Store = _store,
                Key = _key,
                Recipients = (_, _) => recipients,
                Time = TimeProvider.System,
                Codes = _codes,
                CodeGate = _codeGate,
                Limits = new() { PressesPerSecond = 0 },
                Cover = CoverFile.Read(Repository.Path("config"), cover, [.. ShippedQuestionnaire.Value.Languages.Select(l => l.Tag)]).Value,
                Entry = new([(word, 0)], []),
            }),
            options);
    }
}
