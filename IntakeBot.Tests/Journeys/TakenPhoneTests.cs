using System.Text.RegularExpressions;
using CsCheck;
using IntakeBot.Core.Covers;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Journeys;

/// <summary>
/// Somebody takes her phone, unlocked, and presses and types whatever there is. Two phones whose owners did different things are given to
/// him, he does the same on both, and as long as they show the same he cannot know whose is whose.
/// </summary>
public sealed partial class TakenPhoneTests
{
    private const string Word = "blue kettle";
    private const int Acts = 120;

    private static readonly string[] Typed = ["12", "3,5", "hello", "/start", "/hide", "/menu", "/privacy", "/delete", "/language", "blue", "kettle blue", "1234 5678 9012 3456 7890", "help me"];

    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("she hid in the middle")]
    [InlineData("she left it lying")]
    [InlineData("she sent it, took her number and hid")]
    [InlineData("she erased it and hid")]
    public async Task Behind_a_cover_her_phone_is_like_one_that_never_said_the_word(string before)
    {
        await using var hotline = await TestHotline.StartAsync(time: _time, parts: parts => parts with
        {
            Booklet = ShippedQuestionnaire.Booklet,
            Cover = CoverFile.Read(Repository.Path("config"), "units", [.. ShippedQuestionnaire.Value.Languages.Select(l => l.Tag)]).Value,
            Entry = new([(Word, 0)], []),
        });

        var tried = await TryEverythingAsync(hotline, await UsedAsync(Join(hotline), before), Join(hotline), (uint)before.Length);

        Assert.DoesNotContain(tried, t => t == "[Hide]");
    }

    /// <summary>He is led to the question at which she hid; what she answered before is shown nowhere.</summary>
    [Theory]
    [InlineData("↻", "Yes, I am alone")]
    [InlineData("↻", "Yes, I am alone", "Back", "Back")]
    [InlineData("↻", "Yes, I am alone", "Skip", "Back", "Back", "Back")]
    public async Task Without_a_cover_he_goes_on_where_she_was_and_no_answer_of_before_is_shown(params string[] first)
    {
        await using var hotline = await TestHotline.StartAsync(time: _time, parts: parts => parts with { Booklet = ShippedQuestionnaire.Booklet });
        var (her, other) = (Join(hotline), Join(hotline));
        await her.TapAsync([.. Walks.Gate, "Not now", "Me", "18 or more", "Hide"]);
        await other.TapAsync([.. Walks.Gate, "Skip", "Me", "Skip", "Hide"]);
        foreach (var label in first)
        {
            await her.TapAsync(label);
            await other.TapAsync(label);
            Assert.True(await SameAsync(her, other), $"{label}: {her.Draw()}\n{other.Draw()}");
        }

        _ = await TryEverythingAsync(hotline, her, other, (uint)first.Length);
    }

    /// <summary>What he tried on both phones, each showing the same after each act.</summary>
    private static async Task<IReadOnlyList<string>> TryEverythingAsync(TestHotline hotline, PhonePerson her, PhonePerson other, uint seed)
    {
        var chance = new PCG(seed, Acts);
        var tried = new List<string>();
        do
        {
            await hotline.SettleAsync();
            Assert.True(await SameAsync(her, other), $"{string.Join(", ", tried)}: {her.Draw()}\n{other.Draw()}");
            var count = her.Screen[^1].Buttons.Count();
            var rolled = (int)chance.Next((uint)(count + 2));
            var typed = Typed[(int)chance.Next((uint)Typed.Length)];
            tried.Add(rolled < count ? $"[{Group().Replace(her.Screen[^1].Buttons.ElementAt(rolled).Label, "####")}]" : typed);
            foreach (var phone in new[] { her, other })
            {
                _ = rolled < count ? phone.PressData(phone.Screen[^1].Id, phone.Screen[^1].Buttons.ElementAt(rolled).Data!) : phone.Type(typed);
            }
        }
        while (tried.Count < Acts);

        Assert.True(tried.Distinct().Count() > Typed.Length, string.Join(", ", tried));
        return tried;
    }

    private static PhonePerson Join(TestHotline hotline)
    {
        var person = hotline.World.Join("Test");
        _ = person.Start();
        return person;
    }

    private async Task<PhonePerson> UsedAsync(PhonePerson her, string before)
    {
        _ = await her.SeeAsync("1 kg = 2 jin");
        _ = her.Type(Word);
        await her.TapAsync([.. Walks.Gate.Skip(1), "Not now", "Me"]);
        switch (before)
        {
            case "she hid in the middle":
                await her.TapAsync("Hide");
                break;
            case "she left it lying":
                for (var i = 0; i < 40; i++)
                {
                    _time.Advance(TimeSpan.FromSeconds(5));
                    await Task.Delay(5);
                }

                break;
            case "she sent it, took her number and hid":
                _ = await her.SkipTheRestAsync();
                _ = await her.SeeAsync("Your answers are with us");
                await her.TapAsync("Hide");
                break;
            default:
                await her.TapAsync("Erase", "Erase everything");
                _ = await her.SeeAsync("is erased");
                await her.TapAsync("Hide");
                break;
        }

        _ = await her.SeeAsync("1 kg = 2 jin");
        return her;
    }

    /// <summary>Both have drawn what was done, and show the same: texts and labels.</summary>
    private static async Task<bool> SameAsync(PhonePerson her, PhonePerson other)
    {
        for (var tries = 0; tries < 3000; tries++)
        {
            if (Shown(her) is { } shown && shown == Shown(other))
            {
                return true;
            }

            await Task.Delay(10);
        }

        return false;
    }

    [GeneratedRegex(@"\d{4}")]
    private static partial Regex Group();

    /// <summary>Null while something is under way. Not the groups of her number: each has another.</summary>
    private static string? Shown(PhonePerson phone) => phone.Spinners.Count > 0 || phone.Screen.Any(m => m.FromPerson) ? null
        : Group().Replace(string.Join('\n', phone.Screen.Select(m => $"{m.Text}\n{string.Join('|', m.Rows.Select(r => string.Join(',', r.Select(b => b.Label))))}\n{phone.Toast?.Text}")), "####");
}
