using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Desk;

/// <summary>What somebody learns who hears every byte between a desk and the server.</summary>
[Collection(DeskBrowsers.Name)]
public sealed class DeskCaptureTests(DeskRigs rigs)
{
    private const int Quiet = 3;

    [Fact]
    public async Task The_line_carries_no_word_and_no_key_and_rounds_look_alike_with_news_and_without()
    {
        var rig = await rigs.RigAsync();
        var (ada, ben) = (rig.First, rig.Second);
        ada.Browser.To("/queue");

        // Roster and questionnaire come at the unlocking; they are the same for everybody, and the questionnaire is full of the words that are looked for.
        ada.Browser.Chromium.Until("the public files to have come", () => new[] { ada, ben }.All(s => OverheardRounds.Of(s.Line.Heard).Count > Quiet));
        var (start, startOfBen) = (ada.Line.Heard.Length, ben.Line.Heard.Length);
        var known = ada.Browser.Rows();
        var her = await rig.ComeAsync();
        var name = ada.Browser.NewRow(known);
        ada.Read(name);
        ada.Browser.Click("#take");
        var text = ada.Compose(name, " 고맙습니다.");
        ada.Decide("send");
        ben.Browser.To("/queue?part=Approve");
        ben.Browser.Chromium.Until("the draft", () => ben.Browser.Rows().Count == 1);
        ben.Browser.Click("#rows a.open", "/case/");
        ben.Browser.ReadDraft();
        ben.Decide("approve");
        Assert.True(await her.ReadReplyAsync(text));
        ada.Browser.To("/queue");
        ada.Browser.ReadRow(name, "she answered");

        var before = ada.Line.Heard.Length;
        ada.Browser.Chromium.Until("quiet rounds", () => Rounds().Count > Quiet);
        known = ada.Browser.Rows();
        _ = await rig.ComeAsync();
        _ = ada.Browser.NewRow(known);
        var all = Rounds().Count + 1;
        ada.Browser.Chromium.Until("a round more", () => Rounds().Count > all);

        Assert.Single(Rounds().Distinct());
        byte[] heard = [.. ada.Line.Heard.AsSpan(start), .. ben.Line.Heard.AsSpan(startOfBen)];
        Assert.True(Shapes.HoldPlain(heard, "/v1/rows/") && Shapes.HoldPlain(heard, "/replies"), $"{heard.Length} bytes were heard.");
        Assert.All(Words(rig, her.Pressed, text).Append(her.Code).Append(her.Code.Replace(" ", "", StringComparison.Ordinal)), w => Assert.False(Shapes.Hold(heard, w), w));
        foreach (var seat in new[] { ada, ben })
        {
            Assert.False(Shapes.Hold(heard, seat.Browser.Page.Manage().Cookies.GetCookieNamed("desk")!.Value), "A cookie was heard.");
        }

        foreach (var member in rig.Hotline.Keys.Members.Take(2))
        {
            using var identity = IdentityFile.Read(member.IdentityFile, rig.Hotline.Keys.Passphrase, [])!;
            Assert.False(Shapes.Hold(heard, identity.Signing.Seed.ToArray()), "A signing key was heard.");
            Assert.All(identity.Epochs, e => Assert.False(Shapes.Hold(heard, identity.EpochSecretOf(e)!.Seed.ToArray()), "A key of an epoch was heard."));
        }

        IReadOnlyList<string> Rounds() => OverheardRounds.Of(ada.Line.Heard.AsSpan(before));
    }

    /// <summary>What the case says, in her language and in the staff's, and what is said of it.</summary>
    private static IEnumerable<string> Words(DeskRig rig, IReadOnlyDictionary<string, List<string>> pressed, string text)
    {
        yield return text;
        yield return text[..12];
        yield return rig.Hotline.Keys.Passphrase;
        yield return "staff-1";
        yield return "staff-2";
        yield return "hotline";
        foreach (var (id, options) in pressed)
        {
            yield return id;
            var question = rig.Questionnaire.Main.Questions.First(q => q.Id == id);
            foreach (var language in rig.Questionnaire.Languages.Where(l => l.Tag is "ko" or "en"))
            {
                yield return $"\"{language.Tag}\"";
                yield return language.Name;
                yield return language.Questions[id][0].Text.Trim();
                yield return language.Options[id][question.Options.Index().First(o => o.Item.Id == options[0]).Index];
            }

            yield return options[0].Length < 5 ? $"{id}.{options[0]}" : options[0];
        }
    }
}
