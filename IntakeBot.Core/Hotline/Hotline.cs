using IntakeBot.Core.Conversations;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Hotline;

/// <summary>
/// The stream of the design in one place: a press is checked, its conversation loaded, decided on, sealed and committed; then
/// the screen is told. Knows no Telegram. Calls for one person come in order, but Hide may overtake.
/// </summary>
public sealed class Hotline(HotlineParts parts)
{
    private const int Tries = 3;

    private readonly Chats _chats = new(parts.Time);
    private readonly SpentLocators _spent = new();
    private readonly OpenIntakes _intakes = new(parts);

    /// <summary>Chats in memory: those heard of in the last half hour.</summary>
    public int ChatCount => _chats.Count;

    public Floods Floods { get; } = new(parts.Limits, parts.Time);

    private Day Today => parts.Today?.Invoke() ?? Day.Today(parts.Time);

    /// <summary>True where the pressed button is Hide, whoever made it: such a press overtakes everything.</summary>
    public static bool IsHide(string data) => CallbackToken.OptionOf(data) == (byte)Command.Hide;

    /// <summary>Forgets chats that were silent for half an hour; to be called about once a minute.</summary>
    public void Sweep()
    {
        _chats.Sweep();
        Floods.Sweep();
    }

    /// <summary>
    /// Covers, newest first, for every screen that was silent as long and shows none yet: after three idle minutes, and with no
    /// silence at all before an orderly stop. Their button leads back through "safe now?".
    /// </summary>
    public IReadOnlyList<(long Person, Drawing Cover)> CoverSilent(TimeSpan silence)
    {
        var covers = new List<(long, Drawing)>();
        foreach (var (person, chat) in _chats.Silent(silence))
        {
            if (chat.TryCover(out var pair, out var language))
            {
                covers.Add((person, Compose(person, Covered(language, chat.CoverPage).Screen, pair)));
            }
        }

        return covers;
    }

    /// <summary>A button was pressed; returns when all that has to be is durable.</summary>
    /// <param name="person">The presser's account id, which is also the chat's.</param>
    /// <param name="data">The button's callback data, as it came: anybody can send anything.</param>
    public async Task<Shown> PressAsync(long person, string data)
    {
        if (CallbackToken.Decode(data, parts.Key, parts.Bot, person, out var genuine) is not { } token)
        {
            return Shown.Nothing;
        }

        if (token.Option == (byte)Command.Hide)
        {
            return Hide(person, token.Language, genuine && Gate.LeadsOn(token.Step) ? new(token.Locator, token.Key) : null);
        }

        if (!genuine || OptionCode.Read(token.Option) is not { } said)
        {
            return Shown.Nothing;
        }

        for (var attempt = 1; ; attempt++)
        {
            var shown = token.Step > Gate.Last ? await WalkAsync(person, token, said) : await GateAsync(person, token, said);
            if (shown is not null || attempt == Tries)
            {
                return shown ?? Shown.Nothing;
            }
        }
    }

    /// <summary>
    /// Something that is no button came; to be asked in the order of arrival. True for the third in ten minutes: whoever types there
    /// may not be her, or not alone, and it is to be handled as Hide.
    /// </summary>
    /// <param name="person">Who sent it.</param>
    /// <param name="sending">Names it, so that what comes twice, or in several parts, counts once.</param>
    /// <param name="text">What was typed, if it was: a note that is awaited and would be kept does not count.</param>
    public bool MustHideAfter(long person, string sending, string? text = null) =>
        _chats.Find(person) is { IsHidden: false, Last.Step: not (Gate.Language or Gate.Cover) } chat
            && !(text is not null && chat.AwaitsNote && NoteCatcher.Take(text) is not null && Floods.TryNote(person))
            && Floods.IsThird(person, sending);

    /// <summary>/start, /hide, or anything else that was typed or sent; of that, only typed words come this far, to be read where they are awaited.</summary>
    public async Task<Shown> SayAsync(long person, Said said)
    {
        var known = _chats.Find(person);
        if (parts.Entry.Opens(said, out var spoken))
        {
            return Enter(person, spoken);
        }

        if (said is Said.Press { Command: Command.Privacy or Command.Kept })
        {
            return Read(person, said);
        }

        var isHide = said is Said.Press { Command: Command.Hide };
        if (isHide || (parts.Entry.IsSet && (said is Said.Start || known is null)))
        {
            // Where there is nothing to hide, the cover waits for its turn like every other screen.
            var hides = isHide || (known is { IsHidden: false } && Gate.LeadsOn(known.Last.Step));
            return Hide(person, known?.Last.Language ?? parts.CoverLanguage, null) with { Hides = hides };
        }

        if (known is not { } chat)
        {
            return First(person);
        }

        if (said is Said.Text text && chat.AwaitsNote && await NoteAsync(person, chat.Last.Pair, text) is { } answered)
        {
            return answered;
        }

        var (pair, language, step) = chat.Last;
        if (step is Gate.Cover && said is not Said.Start)
        {
            decimal? amount = said is Said.Text typed && parts.Cover?.TryRead(typed.Value, out var read) is true ? read : null;
            return chat.IsHidden && amount is null ? Shown.Nothing : Draw(person, pair.Locator, Covered(language, chat.CoverPage, amount), pair);
        }

        if (said is not Said.Start && (chat.IsHidden || !Floods.TryHint(person)))
        {
            return Shown.Nothing;
        }

        if (step <= Gate.Last || said is Said.Start)
        {
            return Draw(person, pair.Locator, AtGate(step, language).Handle(said), pair);
        }

        _ = _intakes.TryLoad(pair, out var intake);
        using (intake)
        {
            return intake is null ? End(person, pair, language) : Draw(person, pair.Locator, At(intake).Handle(said), pair with { Key = intake.Key });
        }
    }

    private Conversation At(OpenIntake intake) => Conversation.AtWalk(intake.Questionnaire, intake.Blob.Walk, parts.Booklet);

    private Conversation AtGate(int step, byte language) => Conversation.AtGate(parts.Questionnaires.Current, step, language, booklet: parts.Booklet);

    private Shown First(long person) => Draw(person, default, AtGate(Gate.Language, 0).Current(), Pair.Draw(Today));

    /// <summary>The entry word or a leaflet's link: to "safe now?" in its language, and what the cover hides stays remembered.</summary>
    private Shown Enter(long person, byte? language)
    {
        var chat = _chats.FindOrAdd(person, () => new(Pair.Draw(Today), language ?? 0, Gate.Cover));
        chat.Admit(parts.Time.GetUtcNow());
        var pair = chat.Last.Pair;
        return Draw(person, pair.Locator, language is { } known ? SafeIn(known) : AtGate(Gate.Language, 0).Current(), pair);
    }

    /// <summary>/privacy and /what-we-keep are answered everywhere: as a page of the menu, or on the cover, with nothing but the cover's own button.</summary>
    private Shown Read(long person, Said asked)
    {
        var chat = _chats.FindOrAdd(person, () => new(Pair.Draw(Today), parts.CoverLanguage, parts.Entry.IsSet ? Gate.Cover : Gate.Language));
        var (pair, language, step) = chat.Last;
        var page = AtGate(Gate.Menu, language).Handle(asked);
        if (step is not Gate.Cover)
        {
            return Draw(person, pair.Locator, page, pair);
        }

        var cover = Covered(language, chat.CoverPage);
        return Draw(person, pair.Locator, cover with { Screen = cover.Screen with { Text = page.Screen.Text, Rows = [cover.Screen.Rows[^1]] } }, pair);
    }

    /// <summary>A press on a cover that is not let through: the cover is what it looks like. Null: let through.</summary>
    private Shown? OnCover(long person, CallbackToken token, Said said)
    {
        var chat = _chats.Find(person);
        if (said is Said.Press { Command: Command.Again } && (!parts.Entry.IsSet || chat?.IsAdmitted(parts.Time.GetUtcNow()) is true))
        {
            return null;
        }

        var page = said is Said.Choose choose ? choose.Option : parts.Cover?.After(chat?.CoverPage ?? 0) ?? 0;
        var shown = Draw(person, token.Locator, Covered(token.Language, page), new(token.Locator, token.Key));
        _ = _chats.Find(person)?.CoverPage = page;
        return shown;
    }

    /// <summary>Words typed where a note is awaited: sealed, or refused. Null: none is awaited there any more, or the row kept changing.</summary>
    private async Task<Shown?> NoteAsync(long person, Pair pair, Said.Text text)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            _ = _intakes.TryLoad(pair, out var intake);
            using (intake)
            {
                if (intake is null || At(intake) is not { AwaitsNote: true } conversation)
                {
                    return null;
                }

                var turn = conversation.Handle(text);
                if ((turn.Deed is Deed.None ? intake.Key : await _intakes.CommitAsync(intake, turn)) is { } key)
                {
                    return Draw(person, pair.Locator, turn, pair with { Key = key });
                }
            }
        }

        return null;
    }

    /// <summary>A press on a screen after consent. Null: the row changed meanwhile, look again.</summary>
    private async Task<Shown?> WalkAsync(long person, CallbackToken token, Said said)
    {
        var pair = new Pair(token.Locator, token.Key);
        _ = _intakes.TryLoad(pair, out var intake);
        using (intake)
        {
            if (intake is null)
            {
                return End(person, pair, token.Language);
            }

            // Behind an idle cover a press that was under way is kept, but the cover's word or "safe now?" comes before what it leads to.
            var covered = _chats.Find(person)?.Last is { Step: Gate.Cover } last && last.Pair.Locator == token.Locator;
            var isCurrent = intake.Key == token.Key && token.Step == Gate.Last + intake.Blob.Walk.Commits;
            var turn = isCurrent ? At(intake).Handle(said) : At(intake).Current();
            if (turn.Deed is not (Deed.Commit or Deed.Finish))
            {
                return Draw(person, token.Locator, covered ? AgainIn(token.Language) : turn, pair with { Key = intake.Key });
            }

            if (await _intakes.CommitAsync(intake, turn) is not { } next)
            {
                return null;
            }

            if (turn.Deed is Deed.Finish)
            {
                _spent.Add(token.Locator, Today);
            }

            return Draw(person, token.Locator, covered ? AgainIn(token.Language) : turn, pair with { Key = next });
        }
    }

    /// <summary>A press on a screen before consent, on a cover or at the end. Null: the row changed meanwhile, look again.</summary>
    private async Task<Shown?> GateAsync(long person, CallbackToken token, Said said)
    {
        if (token.Step == Gate.Cover && OnCover(person, token, said) is { } cover)
        {
            return cover;
        }

        var pair = new Pair(token.Locator, token.Key);
        var chat = _chats.Find(person);
        var last = chat?.Last;
        var isOwn = last?.Pair.Locator == token.Locator;
        if (!isOwn && Gate.IsEarly(token.Step) && chat is { IsHidden: false } && last is { } other && Gate.LeadsOn(other.Step) && !_intakes.Has(pair))
        {
            // Two first screens stand in a chat when an update came twice: whichever is pressed, one conversation is led on. A
            // button that leads back to an intake of its own is no first screen's.
            if (other.Step > Gate.Last)
            {
                return Draw(person, other.Pair.Locator, SafeIn(token.Language), other.Pair);
            }

            (pair, isOwn) = (other.Pair, true);
        }

        var step = isOwn && token.Step != Gate.Cover ? last!.Value.Step : token.Step;
        var leadsBack = step is Gate.Menu or Gate.Numbers && said is Said.Press { Command: Command.Back } && chat is { IsHidden: false, OwesYes: false };
        var leadsOn = leadsBack || step is > Gate.Last or Gate.Erase || said is Said.Press { Command: Command.Yes or Command.Continue or Command.Consent };
        if (leadsOn)
        {
            var open = chat?.Behind(pair.Locator, parts.Time.GetUtcNow(), Chats.Remembered) ?? pair;
            var exists = _intakes.TryLoad(open, out var intake);
            using (intake)
            {
                if (intake is not null)
                {
                    return step is Gate.Erase
                        ? await EraseAsync(person, token, said, open, intake)
                        : await ResumeAsync(person, pair.Locator, token.Language, open, intake);
                }
            }

            if (exists || step is > Gate.Last or Gate.Erase || _spent.Contains(pair.Locator))
            {
                return End(person, pair, token.Language);
            }
        }

        var conversation = AtGate(step, token.Language);
        var turn = step == token.Step ? conversation.Handle(said) : conversation.Current();
        if (step is Gate.Safe && turn.Screen.Step is Gate.Others && IsClosed)
        {
            return Draw(person, pair.Locator, conversation.Closed(), pair);
        }

        return turn.Deed switch
        {
            Deed.Hide => Hide(person, token.Language, chat?.Behind(pair.Locator, parts.Time.GetUtcNow(), Chats.Remembered) ?? pair),
            Deed.Begin => await BeginAsync(person, pair, conversation, turn),
            _ => Draw(person, pair.Locator, turn, pair),
        };
    }

    /// <summary>From "safe now?" back to where the walk stands. Another language than it was begun in is sealed into S00 first.</summary>
    private async Task<Shown?> ResumeAsync(long person, Locator pressed, byte language, Pair open, OpenIntake intake)
    {
        var (walk, key) = (intake.Blob.Walk, intake.Key);
        if (walk.Language != language && language < intake.Questionnaire.Languages.Count && !intake.Blob.IsWornOut)
        {
            walk = walk with { Language = language, Commits = (ushort)(walk.Commits + 1) };
            if (await _intakes.SpeakAsync(intake, walk) is not { } next)
            {
                return null;
            }

            key = next;
        }

        var back = Conversation.AtGate(intake.Questionnaire, Gate.Safe, language, walk, parts.Booklet).Handle(new Said.Press(Command.Yes));
        return Draw(person, pressed, back, open with { Key = key });
    }

    /// <summary>The second press of Erase removes both rows; Back leads to where the walk stands.</summary>
    private async Task<Shown?> EraseAsync(long person, CallbackToken token, Said said, Pair open, OpenIntake intake)
    {
        var turn = Conversation.AtGate(intake.Questionnaire, Gate.Erase, token.Language, intake.Blob.Walk, parts.Booklet).Handle(said);
        if (turn.Deed is Deed.Erase)
        {
            if (!await _intakes.EraseAsync(intake, Today))
            {
                return null;
            }

            _spent.Add(open.Locator, Today);
        }

        return Draw(person, token.Locator, turn, open with { Key = intake.Key });
    }

    private async Task<Shown?> BeginAsync(long person, Pair pair, Conversation conversation, Turn turn)
    {
        if (SpentLocators.IsTooOld(pair.Locator, Today))
        {
            return Draw(person, pair.Locator, SafeIn(turn.Screen.Language), Pair.Draw(Today));
        }

        if (IsClosed)
        {
            return Draw(person, pair.Locator, conversation.Closed(), pair);
        }

        if (!Floods.MayConsent(person) || await _intakes.BeginAsync(pair, turn.Walk!.Value, Today, Floods.Burst) is not { } key)
        {
            return Draw(person, pair.Locator, conversation.Later(), pair);
        }

        Floods.Consented(person);
        return Draw(person, pair.Locator, turn, pair with { Key = key });
    }

    private Shown End(long person, Pair pair, byte language) =>
        Draw(person, pair.Locator, AtGate(Gate.End, language).Current(), pair);

    /// <summary>What stands before a conversation that was covered.</summary>
    private Turn AgainIn(byte language) => parts.Entry.IsSet ? Covered(language, 0) : SafeIn(language);

    private Turn SafeIn(byte language) => AtGate(Gate.Safe, language).Current();

    /// <summary>Nobody could open what would be sealed, or the operator says so.</summary>
    private bool IsClosed => parts.IsClosed || parts.Recipients(parts.Questionnaires.Current.Main.Desk, Today) is null;

    /// <summary>The cover, with its own button first from the left at the bottom.</summary>
    private Turn Covered(byte language, int page, decimal? amount = null)
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

    private Shown Hide(long person, byte language, Pair? open)
    {
        var cover = Pair.Draw(Today);
        var chat = _chats.FindOrAdd(person, () => new(cover, language, Gate.Cover));
        var turn = Covered(language, chat.CoverPage);
        var last = chat.Last;
        var behind = !chat.IsHidden && Gate.LeadsOn(last.Step) ? last.Pair : open;

        // The cover's own pair hides nothing: what the first Hide remembered stays.
        chat.Hide(cover, language, chat.IsHidden && behind?.Locator == last.Pair.Locator ? null : behind, parts.Time.GetUtcNow());
        return new() { Drawing = Compose(person, turn.Screen, cover), Hides = true };
    }

    /// <summary>Puts <paramref name="pair"/> into the turn's buttons; the end of a conversation gets a fresh one, so that its own is in the chat no more.</summary>
    private Shown Draw(long person, Locator pressed, Turn turn, Pair pair)
    {
        var screen = turn.Screen;
        var carried = screen.Step is Gate.End or Gate.Done or Gate.Erased ? Pair.Draw(Today) : pair;
        var chat = _chats.FindOrAdd(person, () => new(carried, screen.Language, screen.Step));
        return chat.TryShow(pressed, carried, screen.Language, screen.Step, screen.AwaitsNote)
            ? new() { Drawing = Compose(person, screen, carried) }
            : Shown.Nothing;
    }

    private Drawing Compose(long person, Screen screen, Pair pair) =>
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
