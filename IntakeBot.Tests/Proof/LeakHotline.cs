using System.Text;
using IntakeBot.Cli;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Operator;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Proof;

/// <summary>The real server as a process of its own, with all that it writes in folders that can be searched, and a Telegram that hears what is said.</summary>
internal sealed class LeakHotline : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Throwaway _keys;
    private readonly PhoneServer _phone;
    private readonly Uri _operator = FreePort.Address();
    private readonly EpochSecret _backupKey = EpochSecret.Draw();

    private LeakHotline(Throwaway keys, PhoneServer phone, string token)
    {
        (_keys, _phone) = (keys, phone);
        var tokenFile = Path.Combine(keys.KeysFolder, "telegram.token");
        WholeFile.Create(tokenFile, Encoding.ASCII.GetBytes(token), secret: true);
        Server = new(keys, phone.Address, tokenFile);
        Server.Environment["TMPDIR"] = Directory.CreateDirectory(Seen(LeakPlace.Temporary)).FullName;
        Server.Environment["INTAKEBOT__Logs__Format"] = "json";
        Server.Environment["INTAKEBOT__Health__Address"] = _operator.GetLeftPart(UriPartial.Authority);
        foreach (var limit in new[] { "Telegram__DrawsPerSecond", "Floods__PressesPerSecond", "Floods__AllPressesPerSecond", "Floods__AllStartsPerSecond", "Floods__AllConsentsPerSecond" })
        {
            Server.Environment[$"INTAKEBOT__{limit}"] = "0";
        }
    }

    public LeakNeedles Needles { get; private init; } = null!;

    public ServerProcess Server { get; }

    public string DataFolder => _keys.DataFolder;

    public static async Task<LeakHotline> StartAsync()
    {
        var needles = new LeakNeedles();
        var secret = LeakMarker.Word() + LeakMarker.Word();
        var token = $"{LeakMarker.AccountId() % 10_000_000_000}:{secret}";
        needles.Add(LeakKind.BotToken, token);
        needles.Add(LeakKind.BotToken, secret);
        var phone = await PhoneServer.StartAsync(new PhoneOptions { Token = token }, default);
        var folder = Directory.CreateTempSubdirectory("intakebot-leak-").FullName;
        var keys = Throwaway.Make(Path.Combine(folder, "hotline"), ArgonProfile.Tiny, TimeProvider.System, FreePort.Address().GetLeftPart(UriPartial.Authority));
        LeakQuestionnaire.Write(keys, needles);
        var hotline = new LeakHotline(keys, phone, token) { Needles = needles };
        await hotline.Server.StartAsync(default);
        return hotline;
    }

    /// <summary>Person after person, some at once, until so many have been or the time is over; how many there were.</summary>
    public async Task<int> ComeAsync(int people, int atOnce, TimeSpan time)
    {
        var questionnaire = QuestionnaireFolder.Read(_keys.ConfigFolder).Value!;
        var (came, start) = (0, System.Diagnostics.Stopwatch.GetTimestamp());
        await Parallel.ForEachAsync(Enumerable.Range(0, people), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (number, stop) =>
        {
            if (System.Diagnostics.Stopwatch.GetElapsedTime(start) < time)
            {
                await new LeakPerson(_phone.World, questionnaire.Languages[0], Needles).ComeAsync(number);
                _ = Interlocked.Increment(ref came);
            }
        });
        return came;
    }

    /// <summary>Makes the backup while the server runs, and opens it; asks what a Prometheus asks.</summary>
    public async Task CollectAsync()
    {
        await using (var source = await RunningStore.OpenAsync(DataFolder))
        {
            _ = BackupFile.Create(Seen(LeakPlace.Backup), _backupKey.Public, source);
        }

        await using (var backup = File.OpenRead(Seen(LeakPlace.Backup)))
        await using (var opened = BackupOpenStream.Open(backup, _backupKey)!)
        await using (var copy = File.Create(Seen(LeakPlace.OpenedBackup)))
        {
            await opened.CopyToAsync(copy);
        }

        using var client = new HttpClient();
        await File.WriteAllTextAsync(Seen(LeakPlace.Metrics), await client.GetStringAsync(new Uri(_operator, OperatorPaths.Metrics)));
        var problems = new List<string>();
        using var staff = IdentityFile.Read(_keys.Members[0].IdentityFile, _keys.Passphrase, problems)!;
        Opened = LeakKeys.Add(Needles, Seen(LeakPlace.OpenedBackup), staff);
    }

    /// <summary>Intakes whose seed was opened with a key of the staff, so that it could be searched for.</summary>
    public int Opened { get; private set; }

    /// <summary>The server dies; its words become a file.</summary>
    public async Task KillAsync()
    {
        await Server.KillAsync();
        await File.WriteAllLinesAsync(Seen(LeakPlace.Log), Server.Words);
    }

    /// <summary>Everything that a server writes, place by place. Names of files are searched with them.</summary>
    public LeakSearch Search(LeakPlace place, LeakIndex index)
    {
        var search = new LeakSearch(index);
        var at = PathOf(place);
        foreach (var file in File.Exists(at) ? [at] : Directory.EnumerateFiles(at, "*", SearchOption.AllDirectories).Where(f => IsOf(place, f)))
        {
            using var stream = Path.GetFileName(file) == StoredSocket.FileName ? Stream.Null : File.OpenRead(file);
            _ = search.Look(stream).Look(Encoding.UTF8.GetBytes(Path.GetRelativePath(at, file)));
        }

        return search;
    }

    /// <summary>Where a test puts what must be found.</summary>
    public string PlantIn(LeakPlace place) => File.Exists(PathOf(place)) ? PathOf(place) : Path.Combine(PathOf(place), "planted");

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _phone.DisposeAsync();
        _backupKey.Dispose();
        _folder.Dispose();
        Directory.Delete(Path.GetFullPath(Path.Combine(DataFolder, "..", "..")), recursive: true);
    }

    private string PathOf(LeakPlace place) => place is LeakPlace.Data or LeakPlace.Questions ? DataFolder : Seen(place);

    /// <summary>The questions that were served lie in the data folder for two days, with the ids and labels that anybody may read.</summary>
    private bool IsOf(LeakPlace place, string file) =>
        place is not (LeakPlace.Data or LeakPlace.Questions)
        || Path.GetRelativePath(DataFolder, file).StartsWith("questionnaires", StringComparison.Ordinal) == (place == LeakPlace.Questions);

    private string Seen(LeakPlace place) => _folder.Of(place.ToString());
}
