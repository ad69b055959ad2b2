using System.Collections.Concurrent;
using IntakeBot.Core.Conversations;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Hotline;

/// <summary>
/// Who comes back with a receipt code: lets it through the gate, shows what it opens and does what she presses there. A code
/// that opens nothing is shown the same screens, and nothing is stored for it.
/// </summary>
internal sealed class Mailboxes(HotlineParts parts, Chats chats, Drawer drawer, Floods floods)
{
    private const int Tries = 3;

    private readonly ConcurrentDictionary<long, ChatVisit> _visits = new();
    private readonly MailboxDeeds _deeds = new(parts);

    /// <summary>Visits in memory, those whose time is over included.</summary>
    public int Count => _visits.Count;

    /// <summary>Ends the visits whose time is over; to be called about once a minute.</summary>
    public void Sweep()
    {
        var now = parts.Time.GetUtcNow();
        foreach (var (person, visit) in _visits)
        {
            if (visit.IsOver(now) && visit.IsForgotten(now))
            {
                _ = _visits.TryRemove(person, out _);
            }
        }
    }

    /// <summary>The conversation that a visit was begun from, also where its time is over.</summary>
    public Pair? BehindOf(long person) => _visits.GetValueOrDefault(person)?.Behind;

    public bool IsOpen(long person) => _visits.GetValueOrDefault(person) is { } visit && !visit.IsOver(parts.Time.GetUtcNow());

    /// <summary>
    /// Null where <paramref name="text"/> is no code. What is begun here waits for nothing; its outcome is for <see cref="ShowAsync"/>, in the
    /// chat's order.
    /// </summary>
    public TypedCode? Try(long person, string text)
    {
        var chat = chats.Find(person);
        var reading = ReceiptCode.Read(text, out var code);
        var isCover = chat is null ? parts.Entry.IsSet : chat.Last.Step is Gate.Cover;
        if (reading is CodeReading.None || (reading is CodeReading.Nearly && isCover))
        {
            return null;
        }

        // A cover that a word opens stays what it looks like.
        if (reading is not CodeReading.Whole && isCover && parts.Entry.IsSet)
        {
            return null;
        }

        var verdict = parts.CodeGate.Admit(person, reading, parts.Codes.Waiting);
        return new(verdict, verdict is CodeVerdict.Admitted ? parts.Codes.TryOpen(code!) : null, chat?.Last);
    }

    public async Task<Shown> ShowAsync(long person, TypedCode typed)
    {
        var chat = chats.Find(person);
        var last = chat?.Last ?? (Pair.Draw(drawer.Today), parts.CoverLanguage, Gate.Language);
        var pressed = typed.ChatShowed?.Pair.Locator ?? last.Pair.Locator;
        if (last.Step is Gate.Cover && typed.ChatShowed is { Step: not Gate.Cover })
        {
            _ = typed.Opening?.ContinueWith(o => (o.IsCompletedSuccessfully ? o.Result : null)?.Dispose(), TaskScheduler.Default);
            return Shown.Nothing;
        }

        try
        {
            if (typed.Opening is not null && await typed.Opening is var opened)
            {
                return await BeginAsync(person, pressed, opened, last.Language, BehindOf(person, chat));
            }
        }
        catch (Exception failure) when (failure is InsufficientMemoryException or OperationCanceledException)
        {
            // Nothing was looked for; she is asked to come again.
        }

        if (!floods.TrySlip())
        {
            return Shown.Nothing;
        }

        var line = typed.Verdict is CodeVerdict.Mistyped ? ScreenName.CodeMistyped : ScreenName.CodeLater;
        return drawer.Draw(person, pressed, Conversation.AskCode(parts.Questionnaires.Current, last.Language, line), last.Pair);
    }

    /// <summary>A press on a page of a mailbox. Where memory knows the visit no more, the code is asked again.</summary>
    public async Task<Shown> PressAsync(long person, CallbackToken token, Said said)
    {
        var now = parts.Time.GetUtcNow();
        if (_visits.GetValueOrDefault(person) is not { } visit || !visit.TryUse(now))
        {
            var pair = BehindOf(person) ?? Pair.Draw(drawer.Today);
            return drawer.Draw(person, token.Locator, Conversation.AskCode(parts.Questionnaires.Current, token.Language), pair);
        }

        for (var attempt = 1; ; attempt++)
        {
            _deeds.Refresh(visit);
            if (token.Locator != visit.Locator || token.Key != visit.Key || !visit.ShowsFirst || attempt > Tries)
            {
                return await DrawAsync(person, token.Locator, visit, At(visit).Current());
            }

            var turn = At(visit).Handle(said);
            if (await _deeds.DoAsync(visit, turn, drawer.Today) is { } done)
            {
                return await LookAsync(person, token.Locator, visit, turn, done);
            }
        }
    }

    /// <summary>After "safe now?" was answered with yes: where the visit stood.</summary>
    public async Task<Shown> ResumeAsync(long person, Locator pressed)
    {
        var visit = _visits[person];
        _ = visit.TryUse(parts.Time.GetUtcNow());
        _deeds.Refresh(visit);
        return await DrawAsync(person, pressed, visit, At(visit).Current());
    }

    /// <summary>Something else than a button and a code was typed where a mailbox is looked at.</summary>
    public async Task<Shown> TypedAsync(long person, Locator pressed, Said said)
    {
        if (_visits.GetValueOrDefault(person) is not { } visit || !visit.TryUse(parts.Time.GetUtcNow()))
        {
            return Shown.Nothing;
        }

        _deeds.Refresh(visit);
        return await DrawAsync(person, pressed, visit, At(visit).Handle(said));
    }

    private async Task<Shown> BeginAsync(long person, Locator pressed, OpenedMailbox? opened, byte language, Pair? behind)
    {
        var view = new VisitView { Today = drawer.Today.Number, QuestionnaireHash = parts.Questionnaires.CurrentHash };
        var visit = new ChatVisit(opened, language, Locator.Draw(drawer.Today), behind, view, parts.Time.GetUtcNow());
        MailboxDeeds.Look(visit);
        var shown = await DrawAsync(person, pressed, visit, At(visit).Current());
        if (shown.Drawing is null)
        {
            visit.Dispose();
            return shown;
        }

        _ = _visits.AddOrUpdate(person, visit, (_, before) =>
        {
            before.Dispose();
            return visit;
        });
        return shown;
    }

    /// <summary>What is looked at after a deed: a page of the visit, or what it was left for.</summary>
    private async Task<Shown> LookAsync(long person, Locator pressed, ChatVisit visit, Turn turn, MailboxOutcome done)
    {
        if (done is MailboxOutcome.Gone)
        {
            Leave(person, visit);
            return drawer.Draw(person, pressed, drawer.AtGate(Gate.End, visit.Language).Current(), default, visit.Behind);
        }

        if (turn.View is null)
        {
            var isAdmitted = chats.Find(person)?.IsAdmitted(parts.Time.GetUtcNow()) is true;
            var left = turn.Deed is Deed.Close ? drawer.AgainIn(visit.Language, isAdmitted) : turn;
            if (turn.Deed is Deed.Close or Deed.Erase)
            {
                Leave(person, visit);
            }

            return drawer.Draw(person, pressed, left, visit.Behind ?? Pair.Draw(drawer.Today), visit.Behind);
        }

        // What was written has changed what there is to see.
        if (turn.Deed is Deed.Forget or Deed.Offer)
        {
            _deeds.Refresh(visit);
            turn = At(visit).Current();
        }

        return await DrawAsync(person, pressed, visit, turn);
    }

    private async Task<Shown> DrawAsync(long person, Locator pressed, ChatVisit visit, Turn turn)
    {
        (visit.Key, visit.Drawn) = (StepKey.Draw(), visit.View.ReplyName);
        if (visit.View is { Page: VisitPage.Answers, Reply: not null })
        {
            await _deeds.ShowAsync(visit, drawer.Today);
        }

        return drawer.Draw(person, pressed, turn, new(visit.Locator, visit.Key));
    }

    /// <summary>Only what leads back to the conversation before it is remembered.</summary>
    private void Leave(long person, ChatVisit visit)
    {
        visit.Dispose();
        _ = _visits.TryRemove(KeyValuePair.Create(person, visit));
    }

    private Pair? BehindOf(long person, Chat? chat)
    {
        if (chat is null)
        {
            return null;
        }

        var (pair, _, step) = chat.Last;
        return chat.IsHidden ? chat.Behind(pair.Locator, parts.Time.GetUtcNow(), Chats.Remembered)
            : step is Gate.Mailbox ? BehindOf(person)
            : step is Gate.End or Gate.Done or Gate.Erased ? null
            : pair;
    }

    private Visit At(ChatVisit visit) => Visit.At(parts.Questionnaires.Current, visit.Language, visit.View, parts.Booklet);
}
