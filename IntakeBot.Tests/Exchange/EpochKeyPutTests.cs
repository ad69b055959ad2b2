using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Exchange;

/// <summary>Keys of epochs to come, put by their members themselves. Today's epoch is 1, and the roster came with keys for 1 to 4.</summary>
public sealed class EpochKeyPutTests : IAsyncLifetime
{
    private const uint Next = 5;

    private ExchangeRig _rig = null!;
    private Core.Exchange.ExchangeClient _ada = null!;
    private EpochSecret _secret = null!;

    private SigningKey Ada => _rig.Setup.Ada.Signing;

    public async ValueTask InitializeAsync()
    {
        _rig = await ExchangeRig.StartAsync();
        _ada = _rig.Client(Ada);
        _secret = EpochSecret.Draw();
    }

    public async ValueTask DisposeAsync()
    {
        _secret.Dispose();
        _ada.Dispose();
        await _rig.DisposeAsync();
    }

    [Fact]
    public async Task It_counts_from_the_next_reading_on_comes_to_the_other_desks_and_leaves_the_configuration_alone()
    {
        var before = Everything(_rig.Setup.Config);
        Assert.True(await PutAsync(Next, _secret.Public));

        _rig.Roster = _rig.Setup.Good();

        Assert.Equal(_secret.Public.Bytes, _rig.Roster.Members[0].EpochKeys[Next].Bytes);
        Assert.Equal([1u, 2u, 3u, 4u, 5u], _rig.Roster.Members[0].EpochKeys.Keys);
        Assert.Equal(before, Everything(_rig.Setup.Config));
        using var folder = new TempFolder();
        _ = Directory.CreateDirectory(folder.Of("config"));
        File.Copy(Path.Combine(_rig.Setup.Config, RosterFolder.OrganisationName), folder.Of("config", RosterFolder.OrganisationName));
        using var ben = _rig.Client(_rig.Setup.Ben.Signing);
        var taken = (await ben.TakeRosterAsync(folder.Of("config"), folder.Of("data"), default))!.Roster!;
        Assert.True(taken.SealsLike(_rig.Roster));
        Assert.True(await PutAsync(Next + 1, RecipientKey.ThrowAway()));
        Assert.Equal(6, _rig.Setup.Good().Members[0].EpochKeys.Count);
    }

    [Fact]
    public async Task Again_it_changes_nothing_and_another_key_for_the_same_epoch_is_never_taken()
    {
        Assert.True(await PutAsync(Next, _secret.Public));
        Assert.True(await PutAsync(Next, _secret.Public));
        Assert.False(await PutAsync(Next, RecipientKey.ThrowAway()));
        Assert.True(await PutAsync(4, _rig.Roster.Members[0].EpochKeys[4]));
        Assert.False(await PutAsync(4, RecipientKey.ThrowAway()));

        _rig.Roster = _rig.Setup.Good();

        Assert.False(await PutAsync(Next, RecipientKey.ThrowAway()));
        Assert.Equal(_secret.Public.Bytes, _rig.Roster.Members[0].EpochKeys[Next].Bytes);
    }

    [Fact]
    public async Task Only_a_members_own_word_for_a_key_of_her_own_and_an_epoch_that_is_near_is_taken()
    {
        Assert.Null(await PutAsync(0, _secret.Public));
        Assert.Null(await PutAsync(14, _secret.Public));
        Assert.Null(await PutAsync(Next, _rig.Roster.Members[1].EpochKeys[2]));
        Assert.Null(await PutAsync(Next, _rig.Roster.Members[0].EpochKeys[2]));
        Assert.Null(await _ada.PutEpochKeyAsync(EpochStatement.Sign(_rig.Setup.Ben.Signing, Next, _secret.Public), default));
        var unusable = EpochStatement.Sign(Ada, Next, RecipientKey.Read([.. Enumerable.Repeat((byte)255, RecipientKey.Size)])!);
        Assert.Null(await _ada.PutEpochKeyAsync(unusable, default));

        Assert.False(Directory.Exists(Path.Combine(_rig.Setup.Data, MemberFile.Folder)));
        Assert.True(await PutAsync(13, _secret.Public));
    }

    /// <summary>Between two readings the server does not know yet what others have put.</summary>
    [Fact]
    public async Task Who_puts_what_a_colleague_has_just_put_brings_nobody_down()
    {
        Assert.True(await PutAsync(Next, _secret.Public));
        using var ben = _rig.Client(_rig.Setup.Ben.Signing);
        Assert.True(await ben.PutEpochKeyAsync(EpochStatement.Sign(_rig.Setup.Ben.Signing, Next, _secret.Public), default));

        var roster = _rig.Setup.Good();

        Assert.Equal(_secret.Public.Bytes, roster.Members[0].EpochKeys[Next].Bytes);
        Assert.False(roster.Members[1].EpochKeys.ContainsKey(Next));
    }

    [Fact]
    public async Task What_an_earlier_holder_of_a_pseudonym_put_is_not_the_next_ones()
    {
        Assert.True(await PutAsync(Next, _secret.Public));
        using var other = _rig.Setup.Member("ada");
        _rig.Setup.Members[0]!["signingKey"] = other.Signing.Public.ToString();
        _rig.Setup.Sign();

        _rig.Roster = _rig.Setup.Good();

        Assert.Equal([1u, 2u, 3u, 4u], _rig.Roster.Members[0].EpochKeys.Keys);
        using var client = _rig.Client(other.Signing);
        Assert.True(await client.PutEpochKeyAsync(EpochStatement.Sign(other.Signing, Next, _secret.Public), default));
        Assert.Equal(_secret.Public.Bytes, _rig.Setup.Good().Members[0].EpochKeys[Next].Bytes);
    }

    [Fact]
    public async Task A_file_that_was_changed_on_the_disk_is_named_and_not_believed()
    {
        Assert.True(await PutAsync(Next, _secret.Public));
        var file = Path.Combine(_rig.Setup.Data, MemberFile.Folder, "ada.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"epoch\":5", "\"epoch\":6", StringComparison.Ordinal).Replace("\"epoch\": 5", "\"epoch\": 6", StringComparison.Ordinal));

        Assert.Equal(["data/members/ada.json: the key of epoch 6 is not signed by the member; ask the member to make the file again"], _rig.Setup.Problems());
    }

    private Task<bool?> PutAsync(uint epoch, RecipientKey key) => _ada.PutEpochKeyAsync(EpochStatement.Sign(Ada, epoch, key), default);

    private static IReadOnlyList<(string, string)> Everything(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => (f, File.ReadAllText(f)))];
}
