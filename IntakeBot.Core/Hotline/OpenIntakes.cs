using IntakeBot.Core.Conversations;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Core.Hotline;

/// <summary>Loads, begins, commits and finishes intakes: between the conversation that decides and the store that keeps.</summary>
internal sealed class OpenIntakes(HotlineParts parts)
{
    private readonly IntakeSealer _sealer = new(parts.Key);

    /// <summary>True where a row stands behind the door, whether or not it can be opened.</summary>
    public bool Has(Pair pair) => parts.Store.FindHot(parts.Key.DoorOf(pair.Locator)) is not null;

    /// <summary>False: no row stands behind this door; then a consent may begin one.</summary>
    public bool TryLoad(Pair pair, out OpenIntake? intake)
    {
        intake = null;
        if (parts.Store.FindHot(parts.Key.DoorOf(pair.Locator)) is not { } row)
        {
            return false;
        }

        Blob? blob = null;
        try
        {
            blob = _sealer.Open(row, pair.Key, Blob.MaxCommits, out var current);
            if (blob is { IsWornOut: false } && parts.Questionnaires.Find(blob.Heading.QuestionnaireHash.Span) is { } questionnaire)
            {
                intake = new(row, blob, current, questionnaire);
                blob = null;
            }

            return true;
        }
        finally
        {
            blob?.Dispose();
        }
    }

    /// <summary>Makes both rows durable; the key for the first question's buttons, or null where nobody could open what is sealed, or the disk is nearly full.</summary>
    public async Task<StepKey?> BeginAsync(Pair pair, Walk walk, Day today, byte burst = 0, Pair? wayBack = null)
    {
        using var beginning = parts.Beginning?.Invoke();
        var desk = parts.Questionnaires.Current.Forms[walk.Form].Desk;
        if (!parts.Store.HasRoom || parts.Recipients(desk, today) is not { } recipients)
        {
            return null;
        }

        var heading = new Heading
        {
            QuestionnaireHash = parts.Questionnaires.CurrentHash,
            RosterSerial = recipients.RosterSerial,
            Language = walk.Language,
            Day = today.Number,
            Burst = burst,
        };
        var key = pair.Key.Next();
        var (cold, hot) = _sealer.Begin(pair.Locator, key, recipients, walk, heading, today, parts.Retention.IntakeDays, wayBack is { } way ? (way.Locator, way.Key) : null);
        return await parts.Store.CommitAsync(new Change().Put(cold, null).Put(hot, null)) ? key : null;
    }

    /// <summary>Seals and commits one press; the stepped key, or null where somebody else wrote the row first.</summary>
    public async Task<StepKey?> CommitAsync(OpenIntake intake, Turn turn)
    {
        var next = intake.Key.Next();
        var row = _sealer.Commit(intake.Row, intake.Blob, turn.Walk!.Value, turn.Seal, next);
        return await parts.Store.CommitAsync(new Change().Put(row, intake.Row.Version)) ? next : null;
    }

    /// <summary>Goes on in another language: S00 is sealed again. The stepped key, or null where somebody else wrote the row first.</summary>
    public async Task<StepKey?> SpeakAsync(OpenIntake intake, Walk walk)
    {
        var next = intake.Key.Next();
        var heading = intake.Blob.Heading with { Language = walk.Language };
        var row = _sealer.Commit(intake.Row, intake.Blob, walk, [new(Slot.Heading, heading.Encode())], next);
        return await parts.Store.CommitAsync(new Change().Put(row, intake.Row.Version)) ? next : null;
    }

    /// <summary>
    /// Done: seals the last slots and puts the mailbox of <paramref name="prepared"/>; the code waits in the blob until she has it. The stepped
    /// key, or null where somebody else wrote the row first.
    /// </summary>
    public async Task<StepKey?> GiveCodeAsync(OpenIntake intake, Turn turn, PreparedCode prepared, Day today)
    {
        var next = intake.Key.Next();
        var (hot, mailbox) = _sealer.GiveCode(intake.Row, intake.Blob, intake.Blob.Walk, turn.Seal, prepared, next, today, parts.Retention.ForReplies());
        return await parts.Store.CommitAsync(new Change().Put(hot, intake.Row.Version).Put(mailbox, expected: null)) ? next : null;
    }

    /// <summary>She has her code: nothing leads from the chat to the row any more. False where somebody else wrote the row first.</summary>
    public Task<bool> TakeAsync(OpenIntake intake) => parts.Store.CommitAsync(new Change().Put(intake.Row.Closed(), intake.Row.Version));

    /// <summary>She wants no code: its mailbox goes, and one that nobody can open comes in its stead. False where somebody else wrote the row first.</summary>
    public Task<bool> RefuseAsync(OpenIntake intake, Day today) => parts.Store.CommitAsync(new Change()
        .Put(IntakeSealer.TakeCodeBack(intake.Row, intake.Blob), intake.Row.Version)
        .Remove(RowKind.Mailbox, intake.Blob.Mailbox!.Value, expected: null)
        .Put(Mailbox.Locked(today, parts.Retention.ForReplies()), expected: null));

    /// <summary>Removes both rows, the mailbox where there is one, what staff wrote, and leaves a tombstone, so that no restored backup brings them back; false where it was erased before.</summary>
    public Task<bool> EraseAsync(OpenIntake intake, Day today) =>
        parts.Store.CommitAsync(new Change().Erase(intake.Row.Place, today, intake.Blob.Mailbox, parts.Store.EventsOf(intake.Blob.After)));
}
