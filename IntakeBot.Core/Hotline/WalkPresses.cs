using IntakeBot.Core.Conversations;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Hotline;

/// <summary>Presses and typed notes after consent, up to the receipt code: loaded, decided on, committed, then drawn.</summary>
internal sealed class WalkPresses(HotlineParts parts, Chats chats, Drawer drawer, OpenIntakes intakes, SpentLocators spent)
{
    private const int Tries = 3;

    /// <summary>A press on a screen after consent. Null: the row changed meanwhile, look again.</summary>
    public async Task<Shown?> PressAsync(long person, CallbackToken token, Said said)
    {
        var pair = new Pair(token.Locator, token.Key);
        _ = intakes.TryLoad(pair, out var intake);
        using (intake)
        {
            if (intake is null)
            {
                return End(person, token);
            }

            // Behind an idle cover a press that was under way is kept, but the cover's word or "safe now?" comes before what it leads to.
            var covered = chats.Find(person)?.Last is { Step: Gate.Cover } last && last.Pair.Locator == token.Locator;
            Turn Seen(Turn turn) => covered ? drawer.AgainIn(token.Language) : turn;

            var isCurrent = intake.Key == token.Key && token.Step == Gate.Last + intake.Blob.Walk.Commits;
            var conversation = intake.At(intake.Key, parts.Booklet);
            var turn = isCurrent ? conversation.Handle(said) : conversation.Current();
            switch (turn.Deed)
            {
                case Deed.Commit:
                    return await intakes.CommitAsync(intake, turn) is { } next ? drawer.Draw(person, token.Locator, Seen(turn), pair with { Key = next }) : null;
                case Deed.Finish:
                    return await FinishAsync(intake, turn) is var (given, key) ? drawer.Draw(person, token.Locator, Seen(given), pair with { Key = key }) : null;
                case Deed.Take:
                    return await intakes.TakeAsync(intake) ? Ended(person, token, intake, turn) : null;
                case Deed.Refuse:
                    return await intakes.RefuseAsync(intake, drawer.Today) ? Ended(person, token, intake, turn) : null;
                default:
                    return drawer.Draw(person, token.Locator, Seen(turn), pair with { Key = intake.Key });
            }
        }
    }

    /// <summary>Something else than a button came. Null: no row is behind the chat's screen.</summary>
    public Shown? Typed(long person, Pair pair, Said said)
    {
        _ = intakes.TryLoad(pair, out var intake);
        using (intake)
        {
            return intake is null ? null : drawer.Draw(person, pair.Locator, intake.At(intake.Key, parts.Booklet).Handle(said), pair with { Key = intake.Key });
        }
    }

    /// <summary>Words typed where a note is awaited: sealed, or refused. Null: none is awaited there any more, or the row kept changing.</summary>
    public async Task<Shown?> NoteAsync(long person, Pair pair, Said.Text text)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            _ = intakes.TryLoad(pair, out var intake);
            using (intake)
            {
                if (intake?.At(intake.Key, parts.Booklet) is not { AwaitsNote: true } conversation)
                {
                    return null;
                }

                var turn = conversation.Handle(text);
                if ((turn.Deed is Deed.None ? intake.Key : await intakes.CommitAsync(intake, turn)) is { } key)
                {
                    return drawer.Draw(person, pair.Locator, turn, pair with { Key = key });
                }
            }
        }

        return null;
    }

    /// <summary>Done: the screen with her code. Where none is ready nothing was stored, and the turn says so.</summary>
    private async Task<(Turn Turn, StepKey Key)?> FinishAsync(OpenIntake intake, Turn turn)
    {
        using var prepared = parts.Codes.TryTakePrepared();
        if (prepared is null)
        {
            return (turn, intake.Key);
        }

        return await intakes.GiveCodeAsync(intake, turn, prepared, drawer.Today) is { } key ? (intake.At(key, parts.Booklet).Current(), key) : null;
    }

    /// <summary>The last screen; where other questions were left for these, it leads back to them.</summary>
    private Shown Ended(long person, CallbackToken token, OpenIntake intake, Turn turn)
    {
        spent.Add(token.Locator, drawer.Today, token.Key);
        var onward = intake.WayBack is { } way && intakes.Has(way) ? intake.WayBack : null;
        var last = onward is null ? drawer.AtGate(Gate.Done, turn.Screen.Language).Current() : turn;
        return drawer.Draw(person, token.Locator, last, default, onward);
    }

    /// <summary>Nothing is behind the button any more. A second tap on what ended it is no news.</summary>
    private Shown End(long person, CallbackToken token)
    {
        var isEcho = spent.IsEcho(token.Locator, token.Key) && chats.Find(person)?.Last.Step is Gate.Done or Gate.WayBack;
        return isEcho ? Shown.Nothing : drawer.Draw(person, token.Locator, drawer.AtGate(Gate.End, token.Language).Current(), default);
    }
}
