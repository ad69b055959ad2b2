using IntakeBot.Core.Exchange;
using IntakeBot.Exchange;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Exchange;

/// <summary>The log on a disk that is pulled away, full, old or damaged.</summary>
public sealed class ExchangeLogFileTests : IDisposable
{
    private readonly LogCase _case = new();

    public void Dispose() => _case.Dispose();

    [Fact]
    public void The_running_day_is_on_the_disk_when_it_is_saved_and_goes_on_after_a_restart()
    {
        var log = _case.Open();
        Fetch(log, 0, 3);
        log.Save();
        Fetch(log, 0, 4);

        var again = _case.Open();
        Fetch(again, 0, 5);
        Fetch(again, 1, 1);

        Assert.Equal([(0, 8u, 2u), (1, 1u, 1u)], _case.Tomorrow(again).Select(e => ((int)e.Place, e.Count, e.Different)));
        Assert.Equal(0, _case.Lines("Critical") + _case.Lines("Error"));
    }

    [Fact]
    public void A_day_that_ends_while_the_server_is_away_stands_under_its_own_date()
    {
        var log = _case.Open();
        Fetch(log, 0, 3);
        log.Save();
        _case.Time.Advance(TimeSpan.FromDays(3));

        var again = _case.Open();
        Fetch(again, 0, 1);

        Assert.Equal([LogCase.Today, LogCase.Today.Plus(3)], _case.Tomorrow(again).Select(e => e.Day));
    }

    [Fact]
    public void What_died_between_the_two_files_counts_no_day_twice()
    {
        var log = _case.Open();
        Fetch(log, 0, 3);
        log.Save();
        var running = File.ReadAllBytes(_case.TodayFile);
        _ = _case.Tomorrow(log);
        File.WriteAllBytes(_case.TodayFile, running);

        Assert.Equal(3u, Assert.Single(_case.Tomorrow(_case.Open())).Count);
        Assert.Equal(0, _case.Lines("Critical"));
    }

    [Theory]
    [InlineData("a byte")]
    [InlineData("the tail")]
    [InlineData("everything")]
    [InlineData("half an entry")]
    public void A_log_that_cannot_be_relied_on_is_set_aside_and_the_new_one_says_so(string lost)
    {
        var log = _case.Open();
        Fetch(log, 0, 3);
        Fetch(log, 1, 3);
        var pin = Next(log).Head!;
        Fetch(log, 0, 7);
        log.Save();
        var bytes = File.ReadAllBytes(_case.LogFile);
        byte[] left = lost switch
        {
            "a byte" => [.. bytes[..^100], (byte)(bytes[^100] ^ 1), .. bytes[^99..]],
            "the tail" => bytes[..^ExchangeLogLink.Size],
            "half an entry" => bytes[..^40],
            _ => [],
        };
        File.WriteAllBytes(_case.LogFile, left);
        Assert.NotNull(ExchangeLogFolder.Problem(_case.Folder));

        var again = _case.Open();

        Assert.Null(ExchangeLogFolder.Problem(_case.Folder));
        Assert.Equal(left, File.ReadAllBytes($"{_case.LogFile}.damaged-1"));
        Assert.Contains("exchange.log.damaged-1", Assert.Single(_case.Log.Lines, l => l.StartsWith("Critical", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal([(ExchangeLogKind.BegunAnew, 0u), (ExchangeLogKind.ColdRows, 7u)], _case.Tomorrow(again).Select(e => (e.Kind, e.Count)));
        Assert.Equal(ExchangeLogState.Rewritten, _case.Read(again, pin).State);
        File.WriteAllBytes(_case.LogFile, [1]);
        _ = _case.Open();
        Assert.Equal([1], File.ReadAllBytes($"{_case.LogFile}.damaged-2"));
    }

    [Fact]
    public void A_log_that_is_gone_is_missed()
    {
        var log = _case.Open();
        Fetch(log, 0, 3);
        _ = Next(log);
        File.Delete(_case.LogFile);
        Assert.Contains("is missing", ExchangeLogFolder.Problem(_case.Folder), StringComparison.Ordinal);

        Assert.Equal(ExchangeLogKind.BegunAnew, Assert.Single(_case.Read(_case.Open()).Entries).Kind);
    }

    [Fact]
    public void A_damaged_day_costs_that_day_only()
    {
        var log = _case.Open();
        Fetch(log, 0, 3);
        var pin = Next(log).Head!;
        Fetch(log, 0, 5);
        log.Save();
        File.WriteAllBytes(_case.TodayFile, File.ReadAllBytes(_case.TodayFile)[..^1]);

        var again = _case.Open();
        Fetch(again, 0, 2);

        Assert.Equal([3u, 2u], _case.Tomorrow(again).Select(e => e.Count));
        Assert.Equal(ExchangeLogState.Whole, _case.Read(again, pin).State);
        Assert.Equal((0, 1), (_case.Lines("Critical"), _case.Lines("Error")));
    }

    [Fact]
    public void Where_nothing_can_be_written_it_says_so_once_and_forgets_nothing()
    {
        var log = _case.Open();
        Fetch(log, 0, 3);
        File.Delete(_case.LogFile);
        _ = Directory.CreateDirectory(_case.LogFile);

        Assert.Empty(_case.Tomorrow(log));
        log.Save();
        Assert.Equal(1, _case.Lines("Error"));
        Directory.Delete(_case.LogFile);

        Assert.Equal([(LogCase.Today, 3u)], _case.Read(log).Entries.Select(e => (e.Day, e.Count)));
        Assert.Equal(3u, Assert.Single(_case.Read(_case.Open()).Entries).Count);
    }

    [Fact]
    public void After_a_year_the_oldest_go_and_the_rest_is_still_whole_for_who_looked_in_time()
    {
        var log = _case.Open();
        var pins = new List<HeadPin>();
        for (var day = 0; day < 3; day++)
        {
            Fetch(log, 0, day + 1);
            pins.Add(Next(log).Head!);
        }

        log.Cut(LogCase.Today.Plus(ExchangeLogChain.DaysKept));
        Assert.Equal(1u, log.Page(0).First);
        _case.Time.Advance(TimeSpan.FromDays(ExchangeLogChain.DaysKept - 1));
        log.Cut(LogCase.Today.Plus(ExchangeLogChain.DaysKept + 2));

        var reading = _case.Read(_case.Open());
        Assert.Equal((3u, ExchangeLogState.Whole), (reading.First, reading.State));
        Assert.Equal(3u, Assert.Single(reading.Entries).Count);
        Assert.Equal([ExchangeLogState.Whole, ExchangeLogState.Whole, ExchangeLogState.Whole], pins.Select(p => _case.Read(log, p).State));
        log.Cut(LogCase.Today.Plus(5_000));
        Assert.Equal(3u, log.Page(0).First);
    }

    [Fact]
    public void Only_its_owner_may_read_the_files()
    {
        var log = _case.Open();
        Fetch(log, 0, 1);
        _ = Next(log);

        const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var expected = OperatingSystem.IsWindows() ? UnixFileMode.None : Own;
        Assert.Equal([expected, expected], new[] { _case.LogFile, _case.TodayFile }.Select(FileModes.Of));
        Assert.Equal(2, Directory.GetFiles(_case.Folder).Length);
    }

    /// <summary>One row, again and again.</summary>
    private static void Fetch(ExchangeLog log, byte place, int times)
    {
        for (var i = 0; i < times; i++)
        {
            log.Count(LogCase.Member(place), ExchangeLogKind.ColdRows, new(7));
        }
    }

    private ExchangeLogReading Next(ExchangeLog log)
    {
        _ = _case.Tomorrow(log);
        return _case.Read(log);
    }
}
