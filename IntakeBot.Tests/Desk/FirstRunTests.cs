using System.Text;
using IntakeBot.Cli;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Desk;
using IntakeBot.Tests.Journeys;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Desk;

/// <summary>The whole first run of a new member, with a real server process, an organisation that types its verbs, and a person at a phone.</summary>
public sealed class FirstRunTests
{
    private static readonly DeskWords Korean = DeskWords.Of("ko");

    [Fact]
    public async Task A_new_member_comes_from_an_invitation_to_a_case_that_was_sealed_to_her()
    {
        await using var demo = await DemoHotline.StartAsync(0, default);
        var organisation = Fingerprint.Of(RosterFolder.Organisation(demo.Keys.ConfigFolder, [])!);
        await using var desk = new NewDesk(Path.Combine(demo.Folder, "new"), demo.Keys);
        Assert.Equal("/setup", await desk.StartAsync());

        Assert.Equal("/setup", await desk.ChooseAsync("ko"));
        Assert.Contains(Korean[Phrase.InvitationLabel], desk.Text, StringComparison.Ordinal);

        _ = await desk.InviteAsync("http://hotline.example/#AAAA");
        Assert.Contains(Korean[Phrase.InvitationWrong], desk.Text, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(desk.Folder, "invitation")));
        Assert.Equal("/setup", await desk.InviteAsync());
        Assert.Contains(Korean[Phrase.OrganisationCompare], desk.Text, StringComparison.Ordinal);
        Assert.Contains(organisation, desk.Text, StringComparison.Ordinal);

        _ = await desk.MakeKeysAsync(again: "rope lamp seven walnuts");
        Assert.Contains(Korean[Phrase.PassphraseOther], desk.Text, StringComparison.Ordinal);
        _ = await desk.MakeKeysAsync("rope lamp 1234"[..13], "rope lamp 1234"[..13]);
        Assert.Contains(Korean.With(Phrase.PassphraseShort, 14), desk.Text, StringComparison.Ordinal);
        Assert.False(File.Exists(desk.Identity));
        Assert.Equal("/setup", await desk.MakeKeysAsync());
        using var identity = IdentityFile.Read(desk.Identity, NewDesk.Passphrase, [])!;
        SeeThatNothingLiesOpen(desk);

        var own = Fingerprint.Of(identity.Signing.Public);
        Assert.Contains(Korean[Phrase.FingerprintRead], desk.Text, StringComparison.Ordinal);
        Assert.Contains(own, desk.Text, StringComparison.Ordinal);
        var file = await desk.SaveMemberFileAsync();
        Assert.Equal(MemberFile.Encode(identity), await File.ReadAllBytesAsync(file));
        _ = await desk.AskAsync();
        Assert.Contains(Korean[Phrase.SetupNotYet], desk.Text, StringComparison.Ordinal);

        await desk.SignAsync(file);
        demo.Server.Environment["INTAKEBOT__Telegram__DrawsPerSecond"] = "0";
        await demo.Server.RestartAsync(default);
        Assert.Equal("/unlock", await desk.AskAsync());
        Assert.Equal("/queue", await desk.UnlockAsync());
        Assert.Contains("ada", desk.Text, StringComparison.Ordinal);
        Assert.Contains(Korean[Phrase.QueueEmpty], desk.Text, StringComparison.Ordinal);

        var person = demo.Phone.World.Join("Lily");
        person.Start();
        await person.TapAsync(Walks.Gate);
        IReadOnlyList<string> cases = [];
        for (var tries = 0; cases.Count == 0; tries++)
        {
            Assert.True(tries < 300, $"Waited in vain; the desk says: {desk.Text}");
            await Task.Delay(100);
            cases = await desk.Client.CasesAsync();
        }

        Assert.Equal(Assert.Single(cases), await desk.Client.GetAsync(cases[0]));
    }

    /// <summary>What lies there is what docs/desk.md says, and none of it holds the passphrase.</summary>
    private static void SeeThatNothingLiesOpen(NewDesk desk)
    {
        var files = Directory.EnumerateFiles(desk.Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(desk.Folder, f)).Order(StringComparer.Ordinal);
        Assert.Equal([Path.Combine("config", RosterFolder.OrganisationName), "desk.json", "identity", "invitation"], files);
        var all = Directory.EnumerateFiles(desk.Folder, "*", SearchOption.AllDirectories).ToList();
        Assert.All(all, f => Assert.Equal(-1, File.ReadAllBytes(f).AsSpan().IndexOf(Encoding.UTF8.GetBytes(NewDesk.Passphrase))));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, FileModes.Of(desk.Identity));
        }

        Assert.Null(IdentityFile.Read(desk.Identity, "rope lamp seven walnuts", []));
        Assert.NotNull(Invitation.Parse(File.ReadAllText(Path.Combine(desk.Folder, "invitation"))));
    }
}
