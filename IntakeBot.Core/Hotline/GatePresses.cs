using IntakeBot.Core.Conversations;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Hotline;

/// <summary>Presses on a screen before consent, beside the questions or at the end; what leads from there to a row and back.</summary>
internal sealed class GatePresses(
    HotlineParts parts, Chats chats, Drawer drawer, Doorway doorway, Mailboxes mailboxes, OpenIntakes intakes, SpentLocators spent, Floods floods)
{
    /// <summary>Null: the row changed meanwhile, look again.</summary>
    public async Task<Shown?> PressAsync(long person, CallbackToken token, Said said)
    {
        if (token.Step == Gate.Cover && doorway.OnCover(person, token, said) is { } cover)
        {
            return cover;
        }

        var pair = new Pair(token.Locator, token.Key);
        var chat = chats.Find(person);
        var last = chat?.Last;
        var isOwn = last?.Pair.Locator == token.Locator;
        if (!isOwn && Gate.IsEarly(token.Step) && chat is { IsHidden: false } && last is { } other && Gate.LeadsOn(other.Step) && !intakes.Has(pair))
        {
            // Two first screens stand in a chat when an update came twice: whichever is pressed, one conversation is led on. A
            // button that leads back to an intake of its own is no first screen's.
            if (other.Step > Gate.Last || other.Step is Gate.Mailbox)
            {
                var open = other.Step is Gate.Mailbox ? mailboxes.BehindOf(person) ?? Pair.Draw(drawer.Today) : other.Pair;
                return drawer.Draw(person, other.Pair.Locator, drawer.SafeIn(token.Language), open);
            }

            (pair, isOwn) = (other.Pair, true);
        }

        var step = isOwn && token.Step != Gate.Cover ? last!.Value.Step : token.Step;
        if (LeadsToMailbox(person, chat, step, said))
        {
            return await mailboxes.ResumeAsync(person, pair.Locator);
        }

        if (step is Gate.Menu && said is Said.Press { Command: Command.ComplaintYes or Command.Return })
        {
            var left = Open(chat, pair);
            return said is Said.Press { Command: Command.Return } ? await ReturnAsync(person, token, left) : await ComplainAsync(person, token, left);
        }

        var leadsBack = step is Gate.Menu or Gate.Numbers && said is Said.Press { Command: Command.Back } && chat is { IsHidden: false, OwesYes: false };
        var leadsOn = leadsBack || step is > Gate.Last or Gate.Erase || said is Said.Press { Command: Command.Yes or Command.Continue or Command.Consent or Command.Return };
        if (leadsOn)
        {
            var open = Open(chat, pair);
            var exists = intakes.TryLoad(open, out var intake);
            using (intake)
            {
                if (intake is not null)
                {
                    return step is Gate.Erase
                        ? await EraseAsync(person, token, said, open, intake)
                        : await ResumeAsync(person, pair.Locator, token.Language, open, intake);
                }
            }

            if (exists || step is > Gate.Last or Gate.Erase or Gate.WayBack || spent.Contains(pair.Locator))
            {
                return End(person, pair, token.Language);
            }
        }

        var conversation = drawer.AtGate(step, token.Language);
        var turn = step == token.Step ? conversation.Handle(said) : conversation.Current();
        if (step is Gate.Safe && turn.Screen.Step is Gate.Others && IsClosed(parts.Questionnaires.Current.Main.Desk))
        {
            return drawer.Draw(person, pair.Locator, conversation.Closed(), pair);
        }

        return turn.Deed switch
        {
            Deed.Hide => doorway.Hide(person, token.Language, Open(chat, pair)),
            Deed.Begin => await BeginAsync(person, pair, conversation, turn),
            _ => drawer.Draw(person, pair.Locator, turn, pair),
        };
    }

    public Shown End(long person, Pair pair, byte language) => drawer.Draw(person, pair.Locator, drawer.AtGate(Gate.End, language).Current(), pair);

    /// <summary>A mailbox that is open waits behind "safe now?" and behind what may be read beside it.</summary>
    private bool LeadsToMailbox(long person, Chat? chat, int step, Said said) => mailboxes.IsOpen(person) && (step, said) switch
    {
        (Gate.Safe, Said.Press { Command: Command.Yes }) => true,
        (Gate.Menu or Gate.Numbers, Said.Press { Command: Command.Back }) => chat is { IsHidden: false, OwesYes: false },
        _ => false,
    };

    /// <summary>The pair of the button, or what its cover hides.</summary>
    private Pair Open(Chat? chat, Pair pair) => chat?.Behind(pair.Locator, parts.Time.GetUtcNow(), Chats.Remembered) ?? pair;

    /// <summary>From "safe now?" back to where the walk stands. Another language than it was begun in is sealed into S00 first.</summary>
    private async Task<Shown?> ResumeAsync(long person, Locator pressed, byte language, Pair open, OpenIntake intake)
    {
        var (walk, key) = (intake.Blob.Walk, intake.Key);
        if (walk.Language != language && language < intake.Questionnaire.Languages.Count && !intake.Blob.IsWornOut)
        {
            walk = walk with { Language = language, Commits = (ushort)(walk.Commits + 1) };
            if (await intakes.SpeakAsync(intake, walk) is not { } next)
            {
                return null;
            }

            key = next;
        }

        var back = Conversation.AtGate(intake.Questionnaire, Gate.Safe, language, walk, parts.Booklet, intake.CodeAt(key)).Handle(new Said.Press(Command.Yes));
        return drawer.Draw(person, pressed, back, open with { Key = key });
    }

    /// <summary>The second press of Erase removes both rows; Back leads to where the walk stands.</summary>
    private async Task<Shown?> EraseAsync(long person, CallbackToken token, Said said, Pair open, OpenIntake intake)
    {
        var turn = Conversation.AtGate(intake.Questionnaire, Gate.Erase, token.Language, intake.Blob.Walk, parts.Booklet, intake.CodeAt(intake.Key)).Handle(said);
        if (turn.Deed is Deed.Erase)
        {
            if (!await intakes.EraseAsync(intake, drawer.Today))
            {
                return null;
            }

            spent.Add(open.Locator, drawer.Today);
        }

        return drawer.Draw(person, token.Locator, turn, open with { Key = intake.Key }, intake.WayBack);
    }

    private async Task<Shown?> BeginAsync(long person, Pair pair, Conversation conversation, Turn turn)
    {
        if (SpentLocators.IsTooOld(pair.Locator, drawer.Today))
        {
            return drawer.Draw(person, pair.Locator, drawer.SafeIn(turn.Screen.Language), Pair.Draw(drawer.Today));
        }

        if (IsClosed(parts.Questionnaires.Current.Main.Desk))
        {
            return drawer.Draw(person, pair.Locator, conversation.Closed(), pair);
        }

        return await TryBeginAsync(person, pair, turn, wayBack: null) is { } key
            ? drawer.Draw(person, pair.Locator, turn, pair with { Key = key })
            : drawer.Draw(person, pair.Locator, conversation.Later(), pair);
    }

    private async Task<StepKey?> TryBeginAsync(long person, Pair pair, Turn turn, Pair? wayBack)
    {
        if (!floods.MayConsent(person) || await intakes.BeginAsync(pair, turn.Walk!.Value, drawer.Today, floods.Burst, wayBack) is not { } key)
        {
            return null;
        }

        floods.Consented(person);
        return key;
    }

    /// <summary>
    /// The complaint door was passed: a conversation of its own, found again by a press that comes twice. What she was asked before stays
    /// open, and its L and k go along.
    /// </summary>
    private async Task<Shown?> ComplainAsync(long person, CallbackToken token, Pair left)
    {
        _ = intakes.TryLoad(left, out var before);
        using (before)
        {
            var aside = (before?.Key ?? left.Key).Aside(left.Locator) is var (locator, key) ? new Pair(locator, key) : default;
            var exists = intakes.TryLoad(aside, out var begun);
            using (begun)
            {
                if (begun is not null)
                {
                    return await ResumeAsync(person, token.Locator, token.Language, aside, begun);
                }
            }

            Pair? wayBack = before is null ? null : left with { Key = before.Key };
            if (exists || spent.Contains(aside.Locator) || SpentLocators.IsTooOld(aside.Locator, drawer.Today))
            {
                return drawer.Draw(person, token.Locator, drawer.AtGate(Gate.End, token.Language).Current(), default, wayBack);
            }

            var door = drawer.AtGate(Gate.Menu, token.Language);
            var turn = door.Handle(new Said.Press(Command.ComplaintYes));
            if (turn.Deed is not Deed.Begin)
            {
                return drawer.Draw(person, token.Locator, turn, left);
            }

            if (IsClosed(parts.Questionnaires.Current.Complaint!.Desk) || await TryBeginAsync(person, aside, turn, wayBack) is not { } next)
            {
                var later = drawer.AtGate(Gate.Menu, token.Language).Under(Questionnaires.ScreenName.Later);
                return drawer.Draw(person, token.Locator, later, left);
            }

            return drawer.Draw(person, token.Locator, turn, aside with { Key = next });
        }
    }

    /// <summary>From a complaint to what was left for it.</summary>
    private async Task<Shown?> ReturnAsync(long person, CallbackToken token, Pair from)
    {
        _ = intakes.TryLoad(from, out var complaint);
        using (complaint)
        {
            if (complaint?.WayBack is not { } way)
            {
                return End(person, from, token.Language);
            }

            _ = intakes.TryLoad(way, out var intake);
            using (intake)
            {
                return intake is null ? End(person, from, token.Language) : await ResumeAsync(person, token.Locator, token.Language, way, intake);
            }
        }
    }

    /// <summary>Nobody could open what would be sealed, or the operator says so.</summary>
    private bool IsClosed(string desk) => parts.IsClosed || parts.Recipients(desk, drawer.Today) is null;
}
