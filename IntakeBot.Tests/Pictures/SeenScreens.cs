using IntakeBot.Core.Conversations;
using IntakeBot.Core.Covers;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Pictures;

/// <summary>What a person can meet, each once that looks different: the screens, a hint above one, and the shipped covers.</summary>
internal static class SeenScreens
{
    private static readonly string[] Covers = ["units", "phrase"];

    private static readonly Questionnaire Shipped = ShippedQuestionnaire.Value;

    /// <summary>No operator's own words: a check phrase is three stars.</summary>
    private static readonly Booklet Booklet = ShippedQuestionnaire.Booklet with
    {
        Kept = [.. Shipped.Languages.Select(l => KeptText.Compose(l, new()))],
        Privacy = [.. Shipped.Languages.Select(l => PrivacyText.Compose(l, new(), new()))],
        Phrases = [.. Shipped.Languages.Select(_ => "✽ ✽ ✽")],
    };

    /// <summary>The same with the note that is off as shipped.</summary>
    private static readonly Questionnaire Noted = Shipped with { Forms = [Shipped.Main with { TakesNote = true }, .. Shipped.Forms.Skip(1)] };

    public static IEnumerable<SeenScreen> Of(byte language) =>
    [
        .. EveryScreen.Of(Shipped, language, Booklet).DistinctBy(Look).GroupBy(s => s.Name).SelectMany(g => g),
        new("buttons_only", AtGate(Gate.Safe, language).Handle(new Said.Other()).Screen),
        new("privacy", AtGate(Gate.Menu, language).Handle(new Said.Press(Command.Privacy)).Screen),
        new("note", AtTheEnd(language).Current().Screen),
        new("note_taken", AtTheEnd(language).Handle(new Said.Text("OK")).Screen),
        new("note_refused", AtTheEnd(language).Handle(new Said.Text("01012345678")).Screen),
        .. Covers.Select(name => Covered(name, language)),
    ];

    /// <summary>Which of several boxes is ticked is not worth a picture; that one is, shows in the buttons that are no answers.</summary>
    private static (string Text, string Commands) Look(SeenScreen seen) => (
        seen.Screen.Text,
        string.Join(' ', seen.Screen.Rows.SelectMany(row => row).Where(b => OptionCode.Read(b.Option) is Said.Press).Select(b => b.Label)));

    private static Conversation AtGate(int step, byte language) => Conversation.AtGate(Shipped, step, language, booklet: Booklet);

    private static Conversation AtTheEnd(byte language)
    {
        var first = Conversation.AtGate(Noted, Gate.Consent, language).Handle(new Said.Press(Command.Consent)).Walk!.Value;
        return Conversation.AtWalk(Noted, first with { Stage = Stage.Finish, ToAsk = 0 });
    }

    private static SeenScreen Covered(string name, byte language)
    {
        var plain = AtGate(Gate.Cover, language).Current().Screen;
        var card = CoverFile.Read(Repository.Path("config"), name, [.. Shipped.Languages.Select(l => l.Tag)]).Value!.Draw(language, 0, null, 0);
        var pages = card.Rows.Select(row => row.Select(b => new ScreenButton(b.Label, OptionCode.Of(new Said.Choose(b.Page)))).ToList());
        return new($"covers/{name}.yaml", plain with { Text = card.Text, Rows = [.. pages, .. plain.Rows] });
    }
}
