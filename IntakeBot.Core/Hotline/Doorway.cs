using IntakeBot.Core.Conversations;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Hotline;

/// <summary>The cover and what stands around it: Hide, the entry word, what may be read anywhere. Reads and writes no row.</summary>
internal sealed class Doorway(HotlineParts parts, Chats chats, Drawer drawer, Mailboxes mailboxes)
{
    /// <summary>Covers for every screen that was silent as long and shows none yet, newest first.</summary>
    public IReadOnlyList<(long Person, Drawing Cover)> CoverSilent(TimeSpan silence)
    {
        var covers = new List<(long, Drawing)>();
        foreach (var (person, chat) in chats.Silent(silence))
        {
            if (chat.TryCover(() => mailboxes.BehindOf(person) ?? Pair.Draw(drawer.Today), out var pair, out var language))
            {
                covers.Add((person, drawer.Compose(person, drawer.Covered(language, chat.CoverPage).Screen, pair)));
            }
        }

        return covers;
    }

    /// <param name="person">Whose chat.</param>
    /// <param name="language">Of the cover.</param>
    /// <param name="open">The conversation of the button, where it was a button's and may be believed.</param>
    public Shown Hide(long person, byte language, Pair? open)
    {
        var cover = Pair.Draw(drawer.Today);
        var chat = chats.FindOrAdd(person, () => new(cover, language, Gate.Cover));
        var turn = drawer.Covered(language, chat.CoverPage);
        var last = chat.Last;
        var behind = chat.IsHidden || !Gate.LeadsOn(last.Step) ? open : last.Step is Gate.Mailbox ? mailboxes.BehindOf(person) : last.Pair;

        // The cover's own pair hides nothing: what the first Hide remembered stays.
        chat.Hide(cover, language, chat.IsHidden && behind?.Locator == last.Pair.Locator ? null : behind, parts.Time.GetUtcNow());
        return new() { Drawing = drawer.Compose(person, turn.Screen, cover), Hides = true };
    }

    /// <summary>The entry word or a leaflet's link: to "safe now?" in its language, and what the cover hides stays remembered.</summary>
    public Shown Enter(long person, byte? language)
    {
        var chat = chats.FindOrAdd(person, () => new(Pair.Draw(drawer.Today), language ?? 0, Gate.Cover));
        chat.Admit(parts.Time.GetUtcNow());
        var pair = chat.Last.Pair;
        return drawer.Draw(person, pair.Locator, language is { } known ? drawer.SafeIn(known) : drawer.AtGate(Gate.Language, 0).Current(), pair);
    }

    /// <summary>/privacy and /what-we-keep are answered everywhere: as a page of the menu, or on the cover, with nothing but the cover's own button.</summary>
    public Shown Read(long person, Said asked)
    {
        var chat = chats.FindOrAdd(person, () => new(Pair.Draw(drawer.Today), parts.CoverLanguage, parts.Entry.IsSet ? Gate.Cover : Gate.Language));
        var (pair, language, step) = chat.Last;
        var page = drawer.AtGate(Gate.Menu, language).Handle(asked);
        if (step is not Gate.Cover)
        {
            return drawer.Draw(person, pair.Locator, page, pair);
        }

        var cover = drawer.Covered(language, chat.CoverPage);
        return drawer.Draw(person, pair.Locator, cover with { Screen = cover.Screen with { Text = page.Screen.Text, Rows = [cover.Screen.Rows[^1]] } }, pair);
    }

    /// <summary>A press on a cover that is not let through: the cover is what it looks like. Null: let through.</summary>
    public Shown? OnCover(long person, CallbackToken token, Said said)
    {
        var chat = chats.Find(person);
        if (said is Said.Press { Command: Command.Again } && (!parts.Entry.IsSet || chat?.IsAdmitted(parts.Time.GetUtcNow()) is true))
        {
            return null;
        }

        var page = said is Said.Choose choose ? choose.Option : parts.Cover?.After(chat?.CoverPage ?? 0) ?? 0;
        var shown = drawer.Draw(person, token.Locator, drawer.Covered(token.Language, page), new(token.Locator, token.Key));
        _ = chats.Find(person)?.CoverPage = page;
        return shown;
    }

    /// <summary>Something else than a button came where a cover stands. An amount is what a cover may be asked for.</summary>
    public Shown TypedOnCover(long person, Chat chat, Said said)
    {
        var (pair, language, _) = chat.Last;
        decimal? amount = said is Said.Text typed && parts.Cover?.TryRead(typed.Value, out var read) is true ? read : null;
        return chat.IsHidden && amount is null ? Shown.Nothing : drawer.Draw(person, pair.Locator, drawer.Covered(language, chat.CoverPage, amount), pair);
    }
}
