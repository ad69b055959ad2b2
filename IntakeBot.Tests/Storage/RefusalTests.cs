using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Cli;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Storage;

/// <summary><c>serve</c> on a folder that it must not touch ends with 2 and says what is to be mended.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Throwaway _made;

    public RefusalTests()
    {
        _made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System, FreePort.Address().GetLeftPart(UriPartial.Authority));
        WholeFile.Create(Path.Combine(_made.KeysFolder, "telegram.token"), "123456:TEST"u8, secret: true);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_process_is_refused()
    {
        await using var first = SealedStore.Open(_made.DataFolder, TimeProvider.System);

        await RefusesAsync("another process uses this store");
    }

    [Fact]
    public async Task A_lost_file_is_refused()
    {
        await MakeStoreAsync();
        File.Delete(Data);

        await RefusesAsync("missing, though a store was here");
        Assert.False(File.Exists(Data));
    }

    [Fact]
    public async Task An_emptied_file_is_refused()
    {
        await MakeStoreAsync();
        await File.WriteAllBytesAsync(Data, []);

        await RefusesAsync("empty, though a store was here");
        Assert.Equal(0, new FileInfo(Data).Length);
    }

    [Fact]
    public async Task A_file_that_the_engine_cannot_open_is_refused_and_left_as_it_is()
    {
        await MakeStoreAsync();
        var damaged = await File.ReadAllBytesAsync(Data);
        damaged.AsSpan(0, 8192).Fill(0xA5);
        await File.WriteAllBytesAsync(Data, damaged);

        await RefusesAsync("restore a backup");
        Assert.Equal(damaged, await File.ReadAllBytesAsync(Data));
    }

    [Fact]
    public async Task A_moved_clock_is_a_warning_of_check()
    {
        DayBook.Open(_made.DataFolder, new Day(20_000)).Done(new Day(20_000), null);

        var check = await CliRun.Of("check", "--offline", "--config", _made.ConfigFolder, "--data", _made.DataFolder);

        Assert.Equal(0, check.Code);
        Assert.Contains("serve --clock-is-right", check.Data, StringComparison.Ordinal);
    }

    private string Data => Path.Combine(_made.DataFolder, "intakes.db");

    private async Task MakeStoreAsync()
    {
        await using var store = SealedStore.Open(_made.DataFolder, TimeProvider.System);
        Assert.True(await store.CommitAsync(StoreCase.Put(StoreCase.Hot())));
    }

    private async Task RefusesAsync(string why)
    {
        var serve = await CliRun.Of("serve", "--config", _made.ConfigFolder, "--data", _made.DataFolder).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(2, serve.Code);
        Assert.Contains(why, serve.Words, StringComparison.Ordinal);
        Assert.Contains(_made.DataFolder, serve.Words, StringComparison.Ordinal);
    }
}
