using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Exchange;

public sealed class ReferralFileTests
{
    private static readonly Bundle Bundle = new() { Day = new(20_700), Files = new Dictionary<string, byte[]> { ["questionnaire.yaml"] = [1, 2, 3] }, Rows = [], Mailboxes = [], Tombstones = [] };

    [Fact]
    public void It_says_who_sent_it_to_whom()
    {
        using var from = SigningKey.Draw();
        using var to = SigningKey.Draw();

        var referral = ReferralFile.Decode(ReferralFile.Encode(Bundle, to.Public, from))!;

        Assert.Equal((from.Public, to.Public), (referral.From, referral.To));
        Assert.Equal([1, 2, 3], referral.Bundle.Files["questionnaire.yaml"]);
    }

    [Fact]
    public void Whatever_is_changed_or_cut_off_it_is_none()
    {
        using var from = SigningKey.Draw();
        using var to = SigningKey.Draw();
        var file = ReferralFile.Encode(Bundle, to.Public, from);

        for (var at = 0; at < file.Length; at++)
        {
            var changed = file.ToArray();
            changed[at] ^= 0x40;
            Assert.Null(ReferralFile.Decode(changed));
            Assert.Null(ReferralFile.Decode(file.AsSpan(0, at)));
        }

        Assert.Null(ReferralFile.Decode([.. file, 0]));
    }
}
