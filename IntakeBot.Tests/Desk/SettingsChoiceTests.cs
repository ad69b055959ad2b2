using IntakeBot.Desk;

namespace IntakeBot.Tests.Desk;

/// <summary>What a form may send that no list of the page offers.</summary>
public sealed class SettingsChoiceTests : IAsyncLifetime
{
    private readonly DeskCase _case = new();
    private DeskClient _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await _case.UnlockAsync(0);

    public async ValueTask DisposeAsync()
    {
        _desk.Dispose();
        await _case.DisposeAsync();
    }

    [Theory]
    [InlineData("language", "xx")]
    [InlineData("theme", "7")]
    [InlineData("zone", "Mars/Olympus")]
    public async Task What_is_not_offered_is_not_taken(string field, string value)
    {
        var file = new DeskFolder(_case.FolderOf(0)).SettingsFile;
        (string, string)[] good = [("language", "ja"), ("theme", "Dark"), ("zone", "Asia/Seoul"), ("shifts", ""), ("proxy", "")];
        _ = await _desk.PostAsync("/settings", good);
        var before = await File.ReadAllTextAsync(file);

        _ = await _desk.PostAsync("/settings", [.. good.Where(g => g.Item1 != field), (field, value)]);

        Assert.Contains("Asia/Seoul", before, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(file));
    }
}
