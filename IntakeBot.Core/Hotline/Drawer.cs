using IntakeBot.Core.Conversations;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Hotline;

/// <summary>Makes drawings of screens: notes what a chat then shows, and puts L and k into the buttons.</summary>
internal sealed class Drawer(HotlineParts parts, Chats chats)
{
    public Day Today => parts.Today?.Invoke() ?? Day.Today(parts.Time);

    public Conversation AtGate(int step, byte language) => Conversation.AtGate(parts.Questionnaires.Current, step, language, booklet: parts.Booklet);

    public Turn SafeIn(byte language) => AtGate(Gate.Safe, language).Current();

    /// <summary>What stands before a conversation that was covered, or a mailbox that was left: the cover, where a word opens it and was not typed lately.</summary>
    public Turn AgainIn(byte language, bool isAdmitted = false) => parts.Entry.IsSet && !isAdmitted ? Covered(language, 0) : SafeIn(language);

    /// <summary>The cover, with its own button first from the left at the bottom.</summary>
    public Turn Covered(byte language, int page, decimal? amount = null)
    {
        var plain = AtGate(Gate.Cover, language).Current();
        if (parts.Cover is not { } cover)
        {
            return plain;
        }

        var card = cover.Draw(language, page, amount, Today.Number);
        var rows = card.Rows.Select(row => row.Select(b => new ScreenButton(b.Label, OptionCode.Of(new Said.Choose(b.Page)))).ToList());
        return plain with { Screen = plain.Screen with { Text = card.Text, Rows = [.. rows, .. plain.Screen.Rows] } };
    }

    /// <summary>
    /// Puts <paramref name="pair"/> into the turn's buttons; the end of a conversation gets another one, so that its own is in the chat no
    /// more: <paramref name="onward"/> where one waits behind it, else a fresh one.
    /// </summary>
    public Shown Draw(long person, Locator pressed, Turn turn, Pair pair, Pair? onward = null)
    {
        var screen = turn.Screen;
        var carried = screen.Step is Gate.End or Gate.Done or Gate.Erased or Gate.WayBack ? onward ?? Pair.Draw(Today) : pair;
        var chat = chats.FindOrAdd(person, () => new(carried, screen.Language, screen.Step));
        return chat.TryShow(pressed, carried, screen.Language, screen.Step, screen.AwaitsNote)
            ? new() { Drawing = Compose(person, screen, carried) }
            : Shown.Nothing;
    }

    public Drawing Compose(long person, Screen screen, Pair pair) =>
        new(screen.Text, [.. screen.Rows.Select(row => row.Select(button => new DrawnButton(button.Label, Token(person, screen, pair, button))).ToList())]);

    private string Token(long person, Screen screen, Pair pair, ScreenButton button) => new CallbackToken
    {
        Language = screen.Language,
        Step = (ushort)screen.Step,
        Option = button.Option,
        Locator = pair.Locator,
        Key = pair.Key,
    }.Encode(parts.Key, parts.Bot, person);
}
