using IntakeBot.Core.Sealing;
using IntakeBot.Desk;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Desk;

/// <summary>Keys of the epochs to come: made at the unlocking, put to the server by the open desk.</summary>
public sealed class KeyRenewalTests : IAsyncLifetime
{
    private static readonly EpochCalendar Calendar = EpochCalendar.Default;

    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly DeskCase _case;
    private DeskExchange _server = null!;

    public KeyRenewalTests() => _case = new(_time);

    private uint Now => Calendar.EpochOf(Day.Today(_time));

    private string AgreedFile => new DeskFolder(_case.FolderOf(0)).AgreedFile;

    public async ValueTask InitializeAsync() => _server = await DeskExchange.StartAsync(_case.Keys, _time);

    public async ValueTask DisposeAsync()
    {
        await _case.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Five_epochs_ahead_are_there_and_stated_after_an_unlocking_and_nobody_did_anything()
    {
        var stated = Stated();
        using var desk = await _case.UnlockAsync(0);

        await UntilAsync(() => Stated().Contains(Now + KeyRenewal.Ahead));

        Assert.True(stated.Max() < Now + KeyRenewal.Ahead);
        Assert.Equal(Own(), [.. Stated()]);
        using var identity = Read();
        Assert.All(_server.Roster.Members[0].EpochKeys, k => Assert.Equal(identity.EpochSecretOf(k.Key)!.Public.Bytes, k.Value.Bytes));
    }

    /// <summary>Three months later: what was over on the last day that the server agreed with goes, and not before the server agreed with a later one.</summary>
    [Fact]
    public async Task A_clock_that_runs_ahead_destroys_no_key_and_one_that_the_server_agrees_with_destroys_what_is_over()
    {
        var first = Own()[0];
        using (var desk = await _case.UnlockAsync(0))
        {
            await UntilAsync(() => File.Exists(AgreedFile));
            _ = await desk.PostAsync("/lock");
            await _server.StopAsync();
            _time.Advance(TimeSpan.FromDays(85));
            _ = await desk.PostAsync("/unlock", ("passphrase", _case.Keys.Passphrase));
            Assert.Equal(first, Own()[0]);
            Assert.Equal(Now + KeyRenewal.Ahead, Own()[^1]);
            _ = await desk.PostAsync("/lock");

            await _server.StartAsync();
            _ = await desk.PostAsync("/unlock", ("passphrase", _case.Keys.Passphrase));
            await UntilAsync(() => File.ReadAllText(AgreedFile) == $"{Day.Today(_time)}\n");
            Assert.Equal(first, Own()[0]);
            _ = await desk.PostAsync("/lock");
            _ = await desk.PostAsync("/unlock", ("passphrase", _case.Keys.Passphrase));
        }

        Assert.Equal(Calendar.OldestOpen(Day.Today(_time)), Own()[0]);
        Assert.True(Own()[0] > first);
    }

    [Fact]
    public async Task Who_renewed_on_two_machines_is_told_so()
    {
        using var elsewhere = Read();
        var epoch = Now + KeyRenewal.Ahead;
        elsewhere.Renew(elsewhere.Epochs.First(), epoch);
        var statements = new PutStatements(_case.Keys.DataFolder);
        Assert.True(statements.TryPut(_server.Roster.Members[0], elsewhere.Statements().Single(s => s.Epoch == epoch)));
        _server.Reread();

        using var desk = await _case.UnlockAsync(0);

        await UntilAsync(() => desk.GetAsync("/queue").GetAwaiter().GetResult() is not null
            && desk.Text.Contains(DeskWords.Of("en")[Phrase.TroubleOtherKeys], StringComparison.Ordinal));
    }

    private Identity Read() => IdentityFile.Read(
        Directory.Exists(_case.FolderOf(0)) ? new DeskFolder(_case.FolderOf(0)).IdentityFile : _case.Keys.Members[0].IdentityFile,
        _case.Keys.Passphrase, [])!;

    private List<uint> Own()
    {
        using var identity = Read();
        return [.. identity.Epochs];
    }

    private HashSet<uint> Stated()
    {
        _server.Reread();
        return [.. _server.Roster.Members[0].EpochKeys.Keys];
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var tries = 0; !isSo(); tries++)
        {
            Assert.True(tries < 200, "not so within twenty seconds");
            await Task.Delay(100);
        }
    }
}
