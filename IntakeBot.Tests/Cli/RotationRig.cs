using IntakeBot.Cli;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Cli;

/// <summary>A hotline in a folder with a clock to move: the verbs and the sealing are real, the roster counts for five years.</summary>
internal sealed class RotationRig : IDisposable
{
    public const string Words = "rope lamp seven walnut";

    private readonly TempFolder _folder = new();
    private readonly ServerKey _server = new(Enumerable.Repeat((byte)7, ServerKey.Size).ToArray());
    private readonly string _organisation;

    public RotationRig(string start)
    {
        Time = new(DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture));
        var made = SetUp.Make(Of("hotline"), 4, Today, "http://127.0.0.1:1");
        (Config, Data) = (made.ConfigFolder, made.DataFolder);
        WriteSecret("passphrase", Words);
        _organisation = Of("organisation.key");
        using var organisation = SigningKey.Draw();
        SigningKeyFile.Create(_organisation, organisation);
    }

    public FakeTimeProvider Time { get; }

    public Day Today => Day.Today(Time);

    public uint Epoch => EpochCalendar.Default.EpochOf(Today);

    public string Config { get; }

    public string Data { get; }

    public string Of(params string[] parts) => _folder.Of(parts);

    public void Days(int days) => Time.Advance(TimeSpan.FromDays(days));

    public Task<CliRun> Run(params string[] arguments) => CliRun.At(Time, arguments);

    /// <summary>With the passphrase of every identity here.</summary>
    public Task<CliRun> Keys(params string[] arguments) => Run(["keys", .. arguments, "--passphrase-file", Of("passphrase")]);

    public async Task GoodAsync(Task<CliRun> running)
    {
        var run = await running;
        Assert.True(run.Code == 0, $"{run.Code}: {run.Words}{run.Data}");
    }

    /// <summary>keys new with the given options, keys public, roster add, roster sign.</summary>
    public async Task JoinAsync(string name, params string[] options)
    {
        await GoodAsync(Keys(["new", Of(name), .. options]));
        await GoodAsync(Keys("public", Of(name), "--out", Of($"{name}.json")));
        await GoodAsync(Run("roster", "add", Of($"{name}.json"), "--pseudonym", name, "--config", Config));
        await SignAsync();
    }

    public Task SignAsync() =>
        GoodAsync(Run("roster", "sign", "--config", Config, "--key", _organisation, "--not-after", Today.Plus(1800).ToString(), "--yes"));

    /// <summary>keys renew and roster add, with the given options.</summary>
    public async Task RenewAsync(string name, params string[] options)
    {
        var file = Of($"{name}-{Today}.json");
        await GoodAsync(Keys(["renew", Of(name), "--out", file, "--yes", .. options]));
        await GoodAsync(Run("roster", "add", file, "--pseudonym", name, "--config", Config));
    }

    public Roster Roster()
    {
        var reading = RosterFolder.Read(Config, Data, Today, "hotline");
        Assert.Empty(reading.Problems);
        return reading.Roster!;
    }

    /// <summary>An intake of today, in no store.</summary>
    public (ColdRow Cold, HotRow Hot) Seal()
    {
        var recipients = Roster().RecipientsFor("hotline", Today);
        Assert.NotNull(recipients);
        var questionnaire = Core.Questionnaires.QuestionnaireFolder.Read(Config).Value!;
        var heading = new Heading
        {
            QuestionnaireHash = QuestionnaireHash.Of(questionnaire.Canonical.Span),
            RosterSerial = recipients.RosterSerial,
            Language = 0,
            Day = Today.Number,
            Burst = 0,
        };
        return new IntakeSealer(_server).Begin(Locator.Draw(Today), StepKey.Draw(), recipients, default, heading, Today);
    }

    /// <summary>An intake of today, in the store.</summary>
    public async Task<Place> AddAsync()
    {
        var (cold, hot) = Seal();
        await using var store = SealedStore.Open(Data, Time);
        Assert.True(await store.CommitAsync(new Change().Put(cold, null).Put(hot, null)));
        return cold.Place;
    }

    public Identity Read(string name, string words = Words) =>
        IdentityFile.Read(Of(name), words, []) ?? throw new InvalidOperationException($"{name} does not open.");

    public void WriteSecret(string name, string text)
    {
        File.WriteAllText(Of(name), text);
        FileModes.Set(Of(name), UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }
}
