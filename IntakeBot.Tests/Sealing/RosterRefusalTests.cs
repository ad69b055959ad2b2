using System.Buffers.Text;
using System.Text.Json.Nodes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

public sealed class RosterRefusalTests : IDisposable
{
    private readonly RosterSetup _setup = new();

    public static TheoryData<string, string, string> Spoiled => new()
    {
        { "serial", "0", "config/roster.json: serial starts at 1" },
        { "places", "5", "config/roster.json: places is 4, 8, 16 or 32" },
        { "approvals", "3", "config/roster.json: approvals is 1 or 2" },
        { "epochDays", "0", "config/roster.json: epochDays is 1 to 366" },
        { "notAfter", "\"2026-11-22\"", "config/roster.json: ended on 2026-11-22; have the next roster signed" },
        { "notAfter", "\"23.11.2026\"", "config/roster.json: notAfter is not a day written as 2026-11-23" },
        { "epochStart", "\"1969-12-31\"", "config/roster.json: epochStart is not a day written as 2026-11-23" },
        { "questionnaires", "[]", "config/roster.json: questionnaires is empty, so no answer could be read; list the hash that 'intakebot check' shows" },
        { "questionnaires", "[\"AB\"]", "config/roster.json: questionnaire 'AB' is not 40 hexadecimal digits in small letters" },
        { "exchange.address", "\"ftp://x\"", "config/roster.json: exchange.address is not an address that starts with http:// or https://" },
        { "exchange.publicKey", $"\"{new string('A', 43)}\"", "config/roster.json: exchange.publicKey is not a public key of 43 letters and digits" },
        { "members.1.since", "\"yesterday\"", "config/roster.json: the since of ben is not a day written as 2026-11-23" },
        { "members.1.since", "\"2026-11-24\"", "config/roster.json: ben is a member since 2026-11-24, which is still to come" },
        { "vacated", "[{\"place\":4,\"day\":\"2026-11-01\"}]", "config/roster.json: vacated names place 4, but places are 0 to 3" },
        { "vacated", "[{\"place\":1,\"day\":\"1.11.26\"}]", "config/roster.json: the day on which place 1 was vacated is not a day written as 2026-11-23" },
        { "vacated", "[{\"place\":1,\"day\":\"2149-06-06\"}]", "config/roster.json: place 1 was vacated on 2149-06-06, which is still to come" },
        {
            "vacated", "[{\"place\":1,\"day\":\"2026-11-01\"},{\"place\":1,\"day\":\"2026-11-02\"}]",
            "config/roster.json: vacated names place 1 twice"
        },
        {
            "vacated", "[{\"place\":2,\"day\":\"2026-05-28\"}]",
            "config/roster.json: ben has place 2, which rests until 2026-11-24; give another place"
        },
        {
            "retention", "{\"replyDays\":91}",
            "config/roster.json: retention: ReplyDays is 91; give 30 to 90: fewer the operator may set without a signature, and more cannot be signed"
        },
        {
            "retention", "{\"replyReadDays\":2}",
            "config/roster.json: retention: ReplyReadDays is 2; give 3 to 30: fewer the operator may set without a signature, and more cannot be signed"
        },
        {
            "retention", "{\"mailboxDays\":181}",
            "config/roster.json: retention: MailboxDays is 181; give 90 to 180: fewer the operator may set without a signature, and more cannot be signed"
        },
        {
            "retention", "{\"tombstoneDays\":366}",
            "config/roster.json: retention: TombstoneDays is 366; give 180 to 365: fewer the operator may set without a signature, and more cannot be signed"
        },
        { "members.1.place", "0", "config/roster.json: ada and ben have the same place" },
        { "members.1.place", "4", "config/roster.json: ben has place 4, but places are 0 to 3" },
        { "members.1.place", "-1", "config/roster.json: ben has place -1, but places are 0 to 3" },
        { "members.1.role", "\"admin\"", "config/roster.json: ben has role 'admin', but roles are staff, lead and auditor" },
        { "members.1.desk", "\"kitchen\"", "config/roster.json: ben is at desk 'kitchen', which is not in desks" },
        { "members.1.pseudonym", "\"../ada\"", "config/roster.json: the pseudonym of place 2 is not made of a-z, 0-9 and -, at most 32 long" },
        { "members.1.signingKey", $"\"{new string('A', 43)}\"", "config/roster.json: the signingKey of ben is not a public key of 43 letters and digits" },
    };

    public void Dispose() => _setup.Dispose();

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void One_wrong_field_is_one_exact_sentence(string path, string value, string problem)
    {
        Set(path, JsonNode.Parse(value));

        Assert.Equal([problem], _setup.Problems());
    }

    [Theory]
    [InlineData("{\"serial\":7,", "{\"serial\":7,\"serial\":8,")]
    [InlineData("{\"serial\":7,", "{\"serial\":7,\"colour\":8,")]
    [InlineData("{\"serial\":7,", "{\"Serial\":7,")]
    [InlineData("{\"serial\":7,", "{\"serial\":-7,")]
    [InlineData("{\"serial\":7,", "{")]
    [InlineData("\"approvals\":2,", "\"approvals\":null,")]
    [InlineData("\"approvals\":2,", "\"approvals\":2,\"retention\":{\"intakeDays\":60},")]
    [InlineData("\"approvals\":2,", "\"approvals\":2,\"retention\":{\"replyDays\":\"60\"},")]
    [InlineData("\"desks\":[", "\"desks\":null,\"x\":[")]
    [InlineData("\"desks\":[", "\"desks\":[null,")]
    [InlineData("\"questionnaires\":[", "\"questionnaires\":[null,")]
    [InlineData("\"members\":[", "\"members\":[null,")]
    public void What_does_not_read_as_a_roster_is_refused_with_its_line(string old, string replaced)
    {
        var text = _setup.Json.ToJsonString();
        Assert.Contains(old, text, StringComparison.Ordinal);
        _setup.SignText(text.Replace(old, replaced, StringComparison.Ordinal));

        Assert.StartsWith("config/roster.json:1: ", Assert.Single(_setup.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_wrong_fields_are_all_told_at_once()
    {
        Set("places", 5);
        Set("approvals", 0);
        Set("members.1.role", "admin");
        _setup.Json["notAfter"] = "2020-01-01";
        _setup.Sign();
        File.Delete(_setup.MemberPath("ada"));

        Assert.Equal(6, _setup.Problems("safeguarding").Count);
    }

    [Fact]
    public void A_byte_changed_after_signing_is_refused()
    {
        File.AppendAllText(Path.Combine(_setup.Config, "roster.json"), " ");

        Assert.Equal(["config/roster.json: is not what the organisation signed; get roster.json and roster.sig again, or sign it anew"], _setup.Problems());
    }

    [Fact]
    public void Another_signer_than_the_organisation_is_refused()
    {
        _setup.Sign(_setup.Exchange);

        Assert.Equal(["config/roster.json: is not what the organisation signed; get roster.json and roster.sig again, or sign it anew"], _setup.Problems());
    }

    [Theory]
    [InlineData("roster.json", "config/roster.json: is missing")]
    [InlineData("roster.sig", "config/roster.sig: is missing")]
    [InlineData("organisation.pub", "config/organisation.pub: is missing")]
    [InlineData("members/ben.json", "config/members/ben.json: is missing")]
    public void A_missing_file_is_named(string file, string problem)
    {
        File.Delete(Path.Combine(_setup.Config, file));

        Assert.Contains(problem, _setup.Problems());
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64 at all")]
    public void A_signature_of_another_shape_is_refused(string text)
    {
        File.WriteAllText(Path.Combine(_setup.Config, "roster.sig"), text);

        Assert.Equal(["config/roster.sig: is not a signature of 64 bytes in base64; get it again, or sign the roster anew"], _setup.Problems());
    }

    [Fact]
    public void Two_members_with_one_name_or_one_signing_key_are_refused()
    {
        _setup.Members.Add(RosterSetup.Entry(1, "ada", "staff", _setup.Ben));
        _setup.Sign();

        var problems = _setup.Problems();

        Assert.Contains("config/roster.json: ada and ada have the same pseudonym", problems);
        Assert.Contains("config/roster.json: ben and ada have the same signing key", problems);
    }

    [Fact]
    public void A_member_whose_file_names_another_signing_key_is_refused()
    {
        _setup.Publish("ben", _setup.Ada);

        Assert.Contains(
            "config/members/ben.json: its signingKey is not the one in roster.json; ask the member which is right, by fingerprint", _setup.Problems());
    }

    [Fact]
    public void A_key_that_two_members_state_is_refused()
    {
        Statement("ben", 1, _setup.Ada.EpochSecretOf(1)!.Public.Bytes.ToArray(), _setup.Ben);

        Assert.Equal(["config/roster.json: ada in epoch 1 and ben in epoch 1 state the same key"], _setup.Problems());
    }

    [Fact]
    public void A_key_that_the_member_did_not_sign_is_refused()
    {
        Statement("ben", 1, RecipientKey.ThrowAway().Bytes.ToArray(), _setup.Ada);

        Assert.Equal(["config/members/ben.json: the key of epoch 1 is not signed by the member; ask the member to make the file again"], _setup.Problems());
    }

    [Fact]
    public void A_signature_for_another_epoch_is_refused()
    {
        var statement = EpochStatement.Sign(_setup.Ben.Signing, 2, _setup.Ben.EpochSecretOf(2)!.Public);

        Assert.True(statement.IsBy(_setup.Ben.Signing.Public));
        Assert.False((statement with { Epoch = 1 }).IsBy(_setup.Ben.Signing.Public));
    }

    [Theory]
    [InlineData("all zero")]
    [InlineData("X25519 half zero")]
    [InlineData("X25519 half of low order")]
    [InlineData("ML-KEM half out of range")]
    [InlineData("one byte short")]
    public void A_key_that_no_seed_can_be_sealed_to_is_refused(string how)
    {
        var key = _setup.Ben.EpochSecretOf(1)!.Public.Bytes.ToArray();
        switch (how)
        {
            case "all zero": key.AsSpan().Clear(); break;
            case "X25519 half zero": key.AsSpan(1184).Clear(); break;
            case "X25519 half of low order":
                key.AsSpan(1184).Clear();
                key[1184] = 1;
                break;
            case "ML-KEM half out of range": key.AsSpan(0, 1152).Fill(0xFF); break;
            default: key = key[..^1]; break;
        }

        Statement("ben", 1, key, _setup.Ben);

        Assert.Contains(
            "config/members/ben.json: the key of epoch 1 is not a usable public key; ask the member to make the file again", _setup.Problems());
    }

    [Fact]
    public void A_desk_in_use_where_nobody_has_a_key_for_today_is_refused()
    {
        using var late = Identity.Draw(2, 3);
        var entry = RosterSetup.Entry(1, "late", "staff", late);
        entry["desk"] = "safeguarding";
        _setup.Members.Add(entry);
        _setup.Publish("late", late);
        _setup.Sign();

        Assert.Empty(_setup.Problems("hotline"));
        Assert.Equal(
            ["config/roster.json: nobody at desk 'safeguarding' has a key for the current epoch 1; a member makes one with 'intakebot keys renew'"],
            _setup.Problems("hotline", "safeguarding"));
    }

    [Fact]
    public void Only_auditors_are_nobody()
    {
        Set("members.0.role", "auditor");
        Set("members.1.role", "auditor");

        Assert.Equal(
            ["config/roster.json: nobody could open what is said to desk 'hotline'; add a member who is not an auditor"], _setup.Problems("hotline"));
    }

    private void Statement(string pseudonym, int epoch, byte[] key, Identity by)
    {
        byte[] message = [0, 0, 0, (byte)epoch, .. key];
        var file = JsonNode.Parse(File.ReadAllText(_setup.MemberPath(pseudonym)))!;
        file["epochs"]![epoch - 1]!["key"] = Base64Url.EncodeToString(key);
        file["epochs"]![epoch - 1]!["signature"] = Base64Url.EncodeToString(by.Signing.Sign("epoch key", message));
        File.WriteAllText(_setup.MemberPath(pseudonym), file.ToJsonString());
    }

    private void Set(string path, JsonNode? value)
    {
        var names = path.Split('.');
        JsonNode node = _setup.Json;
        foreach (var name in names[..^1])
        {
            node = int.TryParse(name, out var index) ? node[index]! : node[name]!;
        }

        node[names[^1]] = value;
        _setup.Sign();
    }
}
