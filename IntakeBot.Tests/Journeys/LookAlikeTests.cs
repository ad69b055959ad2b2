using IntakeBot.Core.Covers;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

/// <summary>Who builds a bot that looks like ours has no leaflet, and wants the phrase that is printed on it.</summary>
public sealed class LookAlikeTests
{
    private const string Phrase = "two cups of tea";
    private const string Word = "blue kettle";

    private static readonly string[] ToThePhrase = [.. Walks.Gate[..1], "More", "Is this really you?"];

    [Fact]
    public async Task Without_a_cover_the_phrase_is_anybodys_who_finds_the_bot()
    {
        await using var hotline = await TestHotline.StartAsync(parts: parts => parts with { Booklet = ShippedQuestionnaire.Booklet });
        var copier = Join(hotline);

        await copier.TapAsync(ToThePhrase);

        await copier.SeeAsync(Phrase);
    }

    [Fact]
    public async Task Behind_a_cover_only_the_word_of_the_leaflet_leads_to_it()
    {
        await using var hotline = await TestHotline.StartAsync(parts: parts => parts with
        {
            Booklet = ShippedQuestionnaire.Booklet,
            Cover = CoverFile.Read(Repository.Path("config"), "units", [.. ShippedQuestionnaire.Value.Languages.Select(l => l.Tag)]).Value,
            Entry = new([(Word, 0)], []),
        });
        var copier = Join(hotline);
        foreach (var label in await EveryButtonAsync(copier))
        {
            await copier.TapAsync(label);
        }

        foreach (var typed in new[] { "/menu", "/privacy", Phrase, "Is this really you?", "blue", "12" })
        {
            _ = copier.Type(typed);
            _ = await copier.WaitForScreenAsync(s => !s.Any(m => m.FromPerson), Taps.Patience);
            await hotline.SettleAsync();
            Assert.DoesNotContain(copier.Screen, m => Taps.Shows(m, Phrase) || m.HasButton("More"));
        }

        _ = copier.Type(Word);
        await copier.TapAsync(ToThePhrase.Skip(1));
        await copier.SeeAsync(Phrase);
    }

    private static PhonePerson Join(TestHotline hotline)
    {
        var copier = hotline.World.Join("Copier");
        _ = copier.Start();
        return copier;
    }

    private static async Task<IReadOnlyList<string>> EveryButtonAsync(PhonePerson copier) =>
        [.. (await copier.WaitForAsync(s => s.Count > 0, Taps.Patience)).Buttons.Select(b => b.Label)];
}
