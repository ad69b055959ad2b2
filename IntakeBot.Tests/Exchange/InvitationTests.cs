using CsCheck;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Exchange;

public sealed class InvitationTests
{
    private const string One = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE";
    private const string Two = "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI";
    private const string Good = $"https://hotline.example:8471/#{One}.{Two}";

    private static readonly VerifyKey Organisation = VerifyKey.Parse(One)!;
    private static readonly VerifyKey Exchange = VerifyKey.Parse(Two)!;

    [Theory]
    [InlineData("http://127.0.0.1:8471")]
    [InlineData("https://hotline.example")]
    [InlineData("https://[::1]:8471/")]
    [InlineData("http://intakebotintakebotintakebotintakebotintakebotintakebotab.onion/")]
    public void What_is_written_is_read(string address)
    {
        var invitation = new Invitation(new(address), Organisation, Exchange);

        Assert.Equal(invitation, Invitation.Parse(invitation.ToString()));
        Assert.Equal(invitation, Invitation.Parse($" \r\n{invitation}\n\t"));
    }

    [Fact]
    public void The_organisation_s_key_comes_first()
    {
        var invitation = Invitation.Parse(Good)!;

        Assert.Equal((new Uri("https://hotline.example:8471"), Organisation, Exchange), (invitation.Address, invitation.Organisation, invitation.Exchange));
    }

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("https://hotline.example:8471/")]
    [InlineData($"#{One}.{Two}")]
    [InlineData($"hotline.example:8471/#{One}.{Two}")]
    [InlineData($"/hotline#{One}.{Two}")]
    [InlineData($"ftp://hotline.example/#{One}.{Two}")]
    [InlineData($"file:///#{One}.{Two}")]
    [InlineData($"https://ada@hotline.example/#{One}.{Two}")]
    [InlineData($"https://ada:hush@hotline.example/#{One}.{Two}")]
    [InlineData($"https://hotline.example/v1#{One}.{Two}")]
    [InlineData($"https://hotline.example/?a#{One}.{Two}")]
    [InlineData($"https://hotline.example/#{One}")]
    [InlineData($"https://hotline.example/#{One}.")]
    [InlineData($"https://hotline.example/#.{Two}")]
    [InlineData($"https://hotline.example/#{One}.{Two}.{Two}")]
    [InlineData($"https://hotline.example/#{One}#{Two}")]
    [InlineData($"https://hotline.example/#{One}.{Two}#")]
    [InlineData($"https://hotline.example/#{One}{Two}")]
    [InlineData($"https://hotline.example/#{One}.{Two}A")]
    [InlineData($"https://hotline.example/#{One}.AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgJ")]
    [InlineData($"https://hotline.example/#{One}.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData($"https://hotline.example/#{One}.Ag+CAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI")]
    [InlineData($"https://hotline.example/#{One} .{Two}")]
    public void Any_other_line_is_none(string line) => Assert.Null(Invitation.Parse(line));

    [Fact]
    public void A_line_that_no_address_needs_is_too_long()
    {
        var keys = $"/#{One}.{Two}";
        var labels = string.Join('.', Enumerable.Repeat(new string('a', 60), 7));

        Assert.Null(Invitation.Parse($"https://{labels}{keys}"));
        Assert.Null(Invitation.Parse($"https://hotline.example{new string('/', 600)}{keys}"));
    }

    [Fact]
    public void No_text_makes_it_throw_and_what_it_takes_it_writes() => Gen.OneOf(Gen.String, Spoiled()).Sample(
        text =>
        {
            var read = Invitation.Parse(text);
            Assert.True(read is null || Invitation.Parse(read.ToString()) == read);
        },
        iter: 20_000);

    /// <summary>A good line with some signs put in, or taken out.</summary>
    private static Gen<string> Spoiled() => Gen.Select(Gen.Int[0, Good.Length], Gen.Int[0, 3], Gen.String[Gen.Char, 0, 3]).Select(
        (at, less, more) => $"{Good[..at]}{more}{Good[Math.Min(Good.Length, at + less)..]}");
}
