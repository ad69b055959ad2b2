using System.Text.Json.Nodes;
using IntakeBot.Cli;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Cli;

/// <summary>Shorter is the operator's to say, longer the organisation's.</summary>
public sealed class RetentionSettingTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Throwaway _made;

    public RetentionSettingTests()
    {
        _made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System);
        var token = Path.Combine(_made.KeysFolder, "telegram.token");
        File.WriteAllText(token, "4242424242:NeverPrintedSecretNeverPrinted");
        FileModes.Set(token, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private string SettingsPath => Path.GetFullPath(Path.Combine(_made.ConfigFolder, SettingsFile.Name));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ReplyDays", 1, "ReplyDays is 1; give 2 to 90: more than 30 needs a signed roster that allows it ('intakebot roster retention')")]
    [InlineData("ReplyDays", 91, "ReplyDays is 91; give 2 to 90: ")]
    [InlineData("ReplyReadDays", 0, "ReplyReadDays is 0; give 1 to 30: more than 3 needs a signed roster")]
    [InlineData("ReplyReadDays", 31, "ReplyReadDays is 31; give 1 to 30: ")]
    [InlineData("MailboxDays", 29, "MailboxDays is 29; give 30 to 180: not less than IntakeDays and ReplyDays, so that who has a number can erase")]
    [InlineData("MailboxDays", 181, "MailboxDays is 181; give 30 to 180: ")]
    [InlineData("TombstoneDays", 179, "TombstoneDays is 179; give 180 to 365: not less than desks (180) or an older data file (MailboxDays) may hold")]
    [InlineData("TombstoneDays", 366, "TombstoneDays is 366; give 180 to 365: ")]
    public async Task What_nobody_may_set_is_refused_with_the_reason(string name, int days, string problem)
    {
        Set(name, days);

        var (check, serve) = (await CheckAsync(), await ServeAsync());

        Assert.Equal((2, 2), (check.Code, serve.Code));
        Assert.Contains($"problem {SettingsPath}: Retention.{problem}", check.Data, StringComparison.Ordinal);
        Assert.Contains($"{SettingsPath}: Retention.{problem}", serve.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shorter_is_free_and_check_says_it()
    {
        Set("IntakeDays", 7);
        Set("ReplyDays", 10);
        Set("ReplyReadDays", 1);
        Set("MailboxDays", 10);

        var check = await CheckAsync();

        Assert.Equal(0, check.Code);
        Assert.Contains(
            "Replies are kept 10 days, 1 once they were shown; their mailbox 10 days after it was last written; that something was erased 180 days.",
            check.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ReplyDays", 60, 30, "--reply-days")]
    [InlineData("ReplyReadDays", 7, 3, "--reply-read-days")]
    [InlineData("MailboxDays", 120, 90, "--mailbox-days")]
    [InlineData("TombstoneDays", 365, 180, "--tombstone-days")]
    public async Task Longer_is_refused_until_the_organisation_has_signed_it(string name, int days, int shipped, string option)
    {
        Set(name, days);
        var refusal = $"{SettingsPath}: Retention.{name} is {days}, and the roster allows {shipped}; set {shipped} or fewer, "
            + "or have the organisation allow more ('intakebot roster retention') and sign the roster";

        var (check, serve) = (await CheckAsync(), await ServeAsync());
        Assert.Equal((2, 2), (check.Code, serve.Code));
        Assert.Contains($"problem {refusal}", check.Data, StringComparison.Ordinal);
        Assert.Contains(refusal, serve.Words, StringComparison.Ordinal);

        var allowed = await RosterAsync("retention", option, $"{days}");
        Assert.Equal((0, $"may be kept longer than shipped: {name} {days} (shipped {shipped})\n"), (allowed.Code, allowed.Data));
        Assert.Contains("is not what the organisation signed", (await CheckAsync()).Data, StringComparison.Ordinal);
        Assert.Contains($"{name} {days} (shipped {shipped})", (await SignAsync()).Data, StringComparison.Ordinal);
        Assert.Equal(0, (await CheckAsync()).Code);

        Set(name, days - 1);
        Assert.Equal(0, (await CheckAsync()).Code);
        Set(name, Math.Min(days + 1, 366));
        Assert.Equal(2, (await CheckAsync()).Code);
    }

    [Fact]
    public async Task What_is_allowed_is_shown_and_can_be_taken_back()
    {
        _ = await RosterAsync("retention", "--reply-days", "60", "--mailbox-days", "120");
        _ = await RosterAsync("retention", "--reply-read-days", "7");
        _ = await SignAsync();

        var show = await RosterAsync("show", "--data", _made.DataFolder);
        var json = JsonNode.Parse((await RosterAsync("show", "--data", _made.DataFolder, "--json")).Data)!["retention"]!;

        Assert.Contains(
            "may be kept longer than shipped: ReplyDays 60 (shipped 30), ReplyReadDays 7 (shipped 3), MailboxDays 120 (shipped 90)",
            string.Join(' ', show.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal("""{"replyDays":60,"replyReadDays":7,"mailboxDays":120,"tombstoneDays":180}""", json.ToJsonString());

        _ = await RosterAsync("retention", "--reply-days", "30", "--mailbox-days", "90", "--reply-read-days", "3");
        _ = await SignAsync();
        Assert.Contains("nothing may be kept longer than shipped", (await RosterAsync("show", "--data", _made.DataFolder)).Data, StringComparison.Ordinal);
        Assert.DoesNotContain("retention", await File.ReadAllTextAsync(Path.Combine(_made.ConfigFolder, "roster.json")), StringComparison.Ordinal);
        Set("ReplyDays", 31);
        Assert.Equal(2, (await CheckAsync()).Code);
    }

    [Theory]
    [InlineData("--reply-days", "91", "ReplyDays is 91; give 30 to 90: fewer the operator may set without a signature, and more cannot be signed")]
    [InlineData("--reply-read-days", "31", "ReplyReadDays is 31; give 3 to 30: ")]
    [InlineData("--mailbox-days", "89", "MailboxDays is 89; give 90 to 180: ")]
    [InlineData("--tombstone-days", "400", "TombstoneDays is 400; give 180 to 365: ")]
    public async Task What_cannot_be_signed_is_not_written(string option, string days, string problem)
    {
        var before = await File.ReadAllTextAsync(Path.Combine(_made.ConfigFolder, "roster.json"));

        var refused = await RosterAsync("retention", option, days);
        var nothing = await RosterAsync("retention");

        Assert.Equal((2, 2), (refused.Code, nothing.Code));
        Assert.StartsWith(problem, refused.Words, StringComparison.Ordinal);
        Assert.StartsWith("Name what may be kept longer", nothing.Words, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(_made.ConfigFolder, "roster.json")));
    }

    [Fact]
    public async Task Without_a_word_in_the_file_all_is_as_shipped()
    {
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(SettingsPath))!;
        Assert.Equal(
            """{"IntakeDays":30,"ReplyDays":30,"ReplyReadDays":3,"MailboxDays":90,"TombstoneDays":180}""", settings["Retention"]!.ToJsonString());
        settings.AsObject().Remove("Retention");
        await File.WriteAllTextAsync(SettingsPath, settings.ToJsonString());

        using var readiness = Readiness.Of(_made.ConfigFolder, _made.DataFolder, TimeProvider.System);

        Assert.Empty(readiness.Problems);
        Assert.Equal(new Retention(), readiness.Parts!.Settings.Retention);
        Assert.Equal(ReplyDays.Shipped, readiness.Parts.Settings.Retention.ForReplies());
        Assert.Equal(
            new ReplyDays { Unread = 20, Shown = 2, Mailbox = 45 }, new Retention { ReplyDays = 20, ReplyReadDays = 2, MailboxDays = 45 }.ForReplies());
    }

    private void Set(string name, int days)
    {
        var settings = JsonNode.Parse(File.ReadAllText(SettingsPath))!;
        settings["Retention"]![name] = days;
        File.WriteAllText(SettingsPath, settings.ToJsonString());
    }

    private Task<CliRun> CheckAsync() => CliRun.Of("check", "--offline", "--config", _made.ConfigFolder, "--data", _made.DataFolder);

    /// <summary>It must not come to serve; where it does, the test ends all the same, and nobody is asked for updates.</summary>
    private Task<CliRun> ServeAsync()
    {
        var settings = JsonNode.Parse(File.ReadAllText(SettingsPath))!;
        settings["Telegram"]!["BaseUrl"] = "http://127.0.0.1:9";
        File.WriteAllText(SettingsPath, settings.ToJsonString());
        return CliRun.Of("serve", "--config", _made.ConfigFolder, "--data", _made.DataFolder).WaitAsync(TimeSpan.FromSeconds(30));
    }

    private Task<CliRun> RosterAsync(params string[] more) => CliRun.Of(["roster", .. more, "--config", _made.ConfigFolder]);

    private Task<CliRun> SignAsync() => RosterAsync("sign", "--key", Path.Combine(_made.KeysFolder, "organisation.key"), "--yes");
}
