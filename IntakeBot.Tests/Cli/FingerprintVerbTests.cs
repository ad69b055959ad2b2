using System.Text.RegularExpressions;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Cli;

/// <summary>Two people who compare a key by voice read the same twenty digits, whichever verb each of them has run.</summary>
public sealed partial class FingerprintVerbTests : IDisposable
{
    private const string Passphrase = "rope lamp seven walnut";

    private readonly TempFolder _folder = new();

    public FingerprintVerbTests()
    {
        File.WriteAllText(_folder.Of("passphrase"), Passphrase);
        FileModes.Set(_folder.Of("passphrase"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_verb_says_a_key_in_the_same_twenty_digits()
    {
        string[] config = ["--config", _folder.Of("try", "config")];
        string[] data = ["--data", _folder.Of("try", "data")];
        string[] secret = ["--passphrase-file", _folder.Of("passphrase")];
        var init = await CliRun.Of("init", _folder.Of("try"));
        var newOrganisation = await CliRun.Of(["keys", "new", _folder.Of("organisation"), "--organisation", .. secret]);
        var newMember = await CliRun.Of(["keys", "new", _folder.Of("ada"), .. secret]);
        var publicMember = await CliRun.Of(["keys", "public", _folder.Of("ada"), "--out", _folder.Of("ada.json"), .. secret]);
        var add = await CliRun.Of(["roster", "add", _folder.Of("ada.json"), "--pseudonym", "ada", .. config]);
        _ = await CliRun.Of(["keys", "new", _folder.Of("eve"), .. secret]);
        _ = await CliRun.Of(["keys", "public", _folder.Of("eve"), "--out", _folder.Of("eve.json"), .. secret]);
        var other = Said(await CliRun.Of(["roster", "add", _folder.Of("eve.json"), "--pseudonym", "eve", "--desk", "safeguarding", .. config])).Single();
        var sign = await CliRun.Of(["roster", "sign", "--key", _folder.Of("organisation"), "--yes", .. config, .. secret]);
        var show = await CliRun.Of(["roster", "show", .. config, .. data]);
        var showJson = await CliRun.Of(["roster", "show", "--json", .. config, .. data]);
        var rosterCheck = await CliRun.Of(["roster", "check", .. config, .. data]);
        var rosterCheckJson = await CliRun.Of(["roster", "check", "--json", .. config, .. data]);
        File.WriteAllText(_folder.Of("try", "keys", "telegram.token"), "123456:TEST");
        FileModes.Set(_folder.Of("try", "keys", "telegram.token"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var check = await CliRun.Of(["check", "--offline", .. config, .. data]);
        var checkJson = await CliRun.Of(["check", "--offline", "--json", .. config, .. data]);

        var member = KeyOf("ada");
        var organisation = KeyOf("organisation");
        var roster = RosterFolder.Read(_folder.Of("try", "config"), _folder.Of("try", "data"), Day.Today(TimeProvider.System)).Roster!;
        var exchange = Fingerprint.Of(roster.ExchangeKey);
        Assert.Equal([exchange], Said(init));
        Assert.Equal([organisation], Said(newOrganisation));
        Assert.Equal([member], Said(newMember));
        Assert.Equal([member], Said(publicMember));
        Assert.Equal([member], Said(add));
        Assert.Equal([organisation, exchange, member, other], Said(sign));
        Assert.Equal([organisation, exchange, member, other], Said(show));
        Assert.Equal([organisation, exchange, member, other], Said(showJson));
        Assert.All([rosterCheck, rosterCheckJson, check, checkJson], run => Assert.Equal([organisation, exchange], Said(run)));
    }

    private static IEnumerable<string> Said(CliRun run)
    {
        Assert.Equal(0, run.Code);
        return Twenty().Matches(run.Data + run.Words).Select(m => m.Value);
    }

    private string KeyOf(string name)
    {
        using var identity = IdentityFile.Read(_folder.Of(name), Passphrase, [])!;
        return Fingerprint.Of(identity.Signing.Public);
    }

    [GeneratedRegex(@"\d{4}( \d{4}){4}")]
    private static partial Regex Twenty();
}
