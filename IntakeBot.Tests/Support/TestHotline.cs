using IntakeBot.Core.Hotline;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Messenger;
using IntakeBot.Phone;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Support;

/// <summary>The real host in this process: real client over HTTP to a Phone, real libsodium, a real file; one staff key to open with.</summary>
internal sealed class TestHotline : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ServerKey _key = new(Enumerable.Repeat((byte)7, ServerKey.Size).ToArray());
    private readonly EpochSecret _staff = EpochSecret.Draw();
    private readonly Questionnaire _questionnaire;
    private readonly TimeProvider _time;
    private IHost? _host;

    private TestHotline(PhoneServer phone, Questionnaire questionnaire, TimeProvider time)
    {
        Phone = phone;
        _time = time;
        _questionnaire = questionnaire;
        Recipients = new(0, 1, [null, _staff.Public, null, null]);
    }

    public TimeProvider Time => _time;

    public PhoneServer Phone { get; }

    public PhoneWorld World => Phone.World;

    public LogCollector Log { get; } = new();

    public SealedStore Store { get; private set; } = null!;

    public Recipients? Recipients { get; set; }

    /// <summary>What the disk has left.</summary>
    public long FreeBytes { get; set; } = long.MaxValue;

    /// <summary>0: not paced. Counts from the next start.</summary>
    public int DrawsPerSecond { get; set; }

    /// <summary>Thumbs of tests are fast, and their time may stand still: presses are not limited.</summary>
    public FloodLimits Limits { get; private set; } = new() { PressesPerSecond = 0 };

    /// <summary>Changes what the hotline is composed of. Counts from the next start.</summary>
    public Func<HotlineParts, HotlineParts> Parts { get; set; } = parts => parts;

    /// <summary>How the Phone is reached; null: directly.</summary>
    public Func<PhoneServer, TelegramOptions>? Way { get; private set; }

    /// <summary>Where the Phone brings what it has; null: it is polled.</summary>
    public WebhookListening? Webhook { get; private set; }

    public Hotline Hotline => Line.Hotline;

    /// <summary>Codes at the least price: what they cost is measured elsewhere.</summary>
    public CodeLane Codes { get; private set; } = null!;

    public CodeLimits CodeLimits { get; set; } = new();

    public string DataFolder => _folder.Path;

    public Health Health => Line.Health;

    public Outbox Outbox => Line.Outbox;

    public BotLine Line => _host!.Services.GetRequiredService<BotLine>();

    /// <summary>Server and Phone live in the same time; one that stands still must be advanced by the test.</summary>
    public static async Task<TestHotline> StartAsync(
        string? configFolder = null, TimeProvider? time = null, FloodLimits? limits = null, Func<HotlineParts, HotlineParts>? parts = null,
        Func<PhoneServer, TelegramOptions>? way = null, WebhookListening? webhook = null)
    {
        time ??= TimeProvider.System;
        var phone = await PhoneServer.StartAsync(new PhoneOptions { TimeProvider = time }, default);
        var read = QuestionnaireFolder.Read(configFolder ?? Repository.Path("config"));
        Assert.Empty(read.Problems);
        var hotline = new TestHotline(phone, read.Value!, time);
        hotline.Limits = limits ?? hotline.Limits;
        (hotline.Way, hotline.Webhook) = (way, webhook);
        hotline.Parts = parts ?? hotline.Parts;
        await hotline.StartServerAsync();
        return hotline;
    }

    public async Task StartServerAsync()
    {
        Store = SealedStore.Open(DataFolder, _time, () => FreeBytes);
        Codes = TinyCodes.Lane(_key, Store, CodeLimits);
        await Codes.ReadyAsync();
        var options = Way?.Invoke(Phone) ?? new TelegramOptions
        {
            BaseUrl = Phone.Address,
            Token = new PhoneOptions().Token,
            DrawsPerSecond = DrawsPerSecond,
            Webhook = Webhook is null ? null : new(Webhook.Address, "/hook/1"),
        };
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Trace);
        var hotline = new Hotline(Parts(new()
        {
            Bot = options.Bot,
            Questionnaires = new(_questionnaire),
            Store = Store,
            Key = _key,
            Recipients = (_, _) => Recipients,
            Time = _time,
            Codes = Codes,
            CodeGate = new(CodeLimits, _time),
            Limits = Limits,
        }));
        builder.Services.AddSingleton(_time);
        if (Webhook is not null)
        {
            builder.Services.AddWebhook(Webhook);
        }

        builder.Services.AddMessenger(hotline, options);
        _host = builder.Build();
        await _host.StartAsync();
    }

    public async Task StopServerAsync()
    {
        if (_host is not null)
        {
            var stopping = _host.StopAsync();
            while (_time is FakeTimeProvider time && !stopping.IsCompleted)
            {
                time.Advance(TimeSpan.FromMilliseconds(100));
                await Task.Delay(1);
            }

            await stopping;
            _host.Dispose();
            _host = null;
            await Codes.DisposeAsync();
            await Store.DisposeAsync();
        }
    }

    public async Task RestartServerAsync()
    {
        await StopServerAsync();
        await StartServerAsync();
    }

    /// <summary>Until all that was sent is handled and drawn: what she typed leaves the chat before its screen comes.</summary>
    public async Task SettleAsync()
    {
        using var patience = new CancellationTokenSource(Taps.Patience);
        while (World.Bot.PendingUpdates > 0 || Outbox.Busy > 0)
        {
            await Task.Delay(5, patience.Token);
        }
    }

    /// <summary>Every intake in the store, opened with the staff key.</summary>
    public IReadOnlyList<Opening> OpenAll() =>
    [
        .. Store.Manifest(RowKind.Cold, null, 100_000).Select(entry =>
            IntakeOpener.Open(Store.Find<ColdRow>(entry.Place)!, Store.Find<HotRow>(entry.Place)!, _staff, 1)),
    ];

    /// <summary>The answers of the only intake by question id: option ids, "skipped", or "" where empty.</summary>
    public IReadOnlyDictionary<string, string> OnlyAnswers() => Assert.Single(AllAnswers());

    /// <summary>What S00 of the only intake holds.</summary>
    public Heading OnlyHeading() => Heading.Decode(Assert.IsType<Opening.Opened>(Assert.Single(OpenAll())).Slots[Slot.Heading])!;

    public IReadOnlyList<IReadOnlyDictionary<string, string>> AllAnswers() =>
        [.. OpenAll().Select(o => Read(Assert.IsType<Opening.Opened>(o)))];

    private Dictionary<string, string> Read(Opening.Opened opened) => _questionnaire.Main.Questions.ToDictionary(
        q => q.Id,
        q => Answer.Decode(opened.Slots[Slot.Question(q.Slot)]) switch
        {
            Answer.One one => q.Options[one.Option].Id,
            Answer.Set set => string.Join('+', q.Options.Where((_, i) => (set.Options & (1 << i)) != 0).Select(o => o.Id)),
            Answer.Skipped => "skipped",
            Answer.Empty => "",
            _ => "damaged",
        });

    public async ValueTask DisposeAsync()
    {
        await StopServerAsync();
        await Phone.DisposeAsync();
        _key.Dispose();
        _staff.Dispose();
        _folder.Dispose();
    }
}
