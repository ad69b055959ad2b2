using IntakeBot.Phone;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

/// <summary>The language can be changed midway: nothing said is lost, and staff read in which language she went on.</summary>
public sealed class LanguageChangeTests : IAsyncLifetime
{
    private TestHotline _hotline = null!;
    private PhonePerson _person = null!;

    public async ValueTask InitializeAsync()
    {
        _hotline = await TestHotline.StartAsync();
        _person = _hotline.World.Join("Test");
        _person.Start();
    }

    public ValueTask DisposeAsync() => _hotline.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Midway_the_next_question_comes_in_the_new_language(bool restarted)
    {
        await _person.TapAsync([.. Walks.Gate, "In the next days"]);
        await _person.SeeAsync("Who needs help?");
        Assert.Equal(0, _hotline.OnlyHeading().Language);
        _person.Start();
        await _person.TapAsync("Language");
        await _person.SeeAsync("Choose your language.");
        if (restarted)
        {
            await _hotline.StopServerAsync();
            await _hotline.StartServerAsync();
            await _person.TapAsync("↻", "Language");
        }

        await _person.TapAsync("우리말", "예, 혼자 있습니다");

        await _person.SeeAsync("누구에게 도움이 필요합니까?");
        await _person.TapAsync("나");
        await _person.WaitForScreenAsync(s => !s[^1].Text.StartsWith("누구에게", StringComparison.Ordinal), Taps.Patience);
        Assert.Equal(1, _hotline.OnlyHeading().Language);
        Assert.Equal(("days", "me"), (_hotline.OnlyAnswers()["danger"], _hotline.OnlyAnswers()["who"]));
        await _person.SkipTheRestAsync("넘기기", "마침");
        Assert.Equal("days", _hotline.OnlyAnswers()["danger"]);
    }

    [Fact]
    public async Task Behind_a_cover_the_way_over_the_languages_loses_nothing()
    {
        await _person.TapAsync([.. Walks.Gate, "In the next days", "Hide", "↻", "Language", "우리말", "예, 혼자 있습니다"]);

        await _person.SeeAsync("누구에게 도움이 필요합니까?");
        Assert.Equal("days", _hotline.OnlyAnswers()["danger"]);
    }

    [Fact]
    public async Task Chosen_on_the_way_back_from_a_cover_it_leads_to_the_same_intake()
    {
        await _person.TapAsync([.. Walks.Gate, "In the next days", "Hide", "↻", "Language", "우리말", "예, 혼자 있습니다"]);

        await _person.SeeAsync("누구에게 도움이 필요합니까?");
        await _person.TapAsync("나");
        await _person.WaitForScreenAsync(s => !s[^1].Text.StartsWith("누구에게", StringComparison.Ordinal), Taps.Patience);
        Assert.Equal(("days", "me"), (_hotline.OnlyAnswers()["danger"], _hotline.OnlyAnswers()["who"]));
    }

    [Fact]
    public async Task Before_consent_it_stores_nothing()
    {
        await _person.TapAsync("English", "Language", "우리말");

        await _person.SeeAsync("지금 마음 놓고 볼 수 있습니까?");
        Assert.Empty(_hotline.Store.Manifest(Core.Sealing.RowKind.Hot, null, 1));
    }
}
