using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>One staff member reading intakes on this machine: roster, questionnaire and identity checked, rows from wherever they are.</summary>
public sealed class IntakeReader(Membership membership, IRowSource rows) : IAsyncDisposable
{
    public Roster Roster => membership.Roster;

    public Questionnaire Questionnaire => membership.Questionnaire;

    /// <summary>By which it was read; where it was not, the current one.</summary>
    public Questionnaire QuestionnaireOf(IntakeOpening opening) => opening.By?.Questionnaire ?? Questionnaire;

    /// <summary>The form of the member's desk.</summary>
    public Form Form => membership.Form;

    /// <summary>
    /// Takes <paramref name="identity"/> over. Null, and the reasons added, where a file is wrong, the roster does not name this identity, or
    /// <paramref name="source"/>, asked once all that is right, gives nothing.
    /// </summary>
    public static async Task<IntakeReader?> OpenAsync(
        Identity identity, string configFolder, string dataFolder, Day today, ICollection<string> problems, Func<Roster, Task<IRowSource?>> source)
    {
        if (Membership.Read(identity, configFolder, dataFolder, today, problems) is { } membership && problems.Count == 0 && await source(membership.Roster) is { } rows)
        {
            return new IntakeReader(membership, rows);
        }

        identity.Dispose();
        return null;
    }

    /// <summary>Takes <paramref name="identity"/> over; reads a bundle's rows by the roster and questionnaire that came with them.</summary>
    public static Task<IntakeReader?> OpenAsync(Identity identity, BundleFolder bundle, ICollection<string> problems) => OpenAsync(
        identity, bundle.ConfigFolder, bundle.ConfigFolder, bundle.Bundle.Day, problems, _ => Task.FromResult<IRowSource?>(new BundleRowSource(bundle.Bundle)));

    /// <summary>What this member can do to answer.</summary>
    public ReplyDesk Replies => new(rows, membership);

    public Task<IReadOnlyList<Place>> PlacesAsync(CancellationToken cancellationToken) => rows.PlacesAsync(cancellationToken);

    /// <summary>Those that are stored and those that were erased, in their order.</summary>
    public async Task<IReadOnlyList<Place>> PlacesEverAsync(CancellationToken cancellationToken) =>
        [.. (await PlacesAsync(cancellationToken)).Union((await ErasedAsync(cancellationToken)).Select(t => t.Place)).OrderBy(p => p.Value)];

    public Task<IReadOnlyList<Tombstone>> ErasedAsync(CancellationToken cancellationToken) => rows.TombstonesAsync(cancellationToken);

    /// <summary>Of all intakes, whoever can open them.</summary>
    public Task<IReadOnlyList<EventRow>> EventsAsync(CancellationToken cancellationToken) => rows.EventsAsync(cancellationToken);

    /// <inheritdoc cref="IRowSource.PutEventAsync"/>
    public Task<bool?> PutEventAsync(EventRow row, CancellationToken cancellationToken) => rows.PutEventAsync(row, cancellationToken);

    public async Task<ColdRow?> FindColdAsync(Place place, CancellationToken cancellationToken) => (await rows.FindAsync(place, cancellationToken)).Cold;

    /// <summary>
    /// Null where there is no such intake; without a reading where it is for others, and where the person asked to erase it, whatever
    /// rows there still are.
    /// </summary>
    public async Task<IntakeOpening?> OpenAsync(Place place, CancellationToken cancellationToken)
    {
        if (await rows.FindTombstoneAsync(place, cancellationToken) is { } tombstone)
        {
            return new IntakeOpening(place, null) { Erased = tombstone.Erased };
        }

        if (await rows.FindAsync(place, cancellationToken) is not ({ } cold, { } hot))
        {
            return null;
        }

        return membership.Open(cold, hot);
    }

    /// <summary>All that are stored or were erased, each opened as far as it is for this member, the most urgent first.</summary>
    public async Task<IReadOnlyList<IntakeOpening>> OpenAllAsync(CancellationToken cancellationToken)
    {
        var openings = new List<IntakeOpening>();
        foreach (var place in await PlacesEverAsync(cancellationToken))
        {
            if (await OpenAsync(place, cancellationToken) is { } opening)
            {
                openings.Add(opening);
            }
        }

        return [.. openings.Order(IntakeOpening.MostUrgentFirst)];
    }

    /// <inheritdoc cref="Membership.Colleague"/>
    public RosterMember? Colleague(string pseudonym, ICollection<string> problems) => membership.Colleague(pseudonym, problems);

    /// <summary>
    /// Seals one intake to <paramref name="member"/> as well. False where it is not for this identity; null where that member states no
    /// key for its epoch, or was sealed to at its consent.
    /// </summary>
    public async Task<bool?> ResealAsync(Place place, RosterMember member, CancellationToken cancellationToken)
    {
        while ((await rows.FindAsync(place, cancellationToken)).Cold is { } row)
        {
            if (!ResealRule.Allows(Roster, member.Place, row) || member.EpochKeys.GetValueOrDefault(row.Epoch) is not { } key)
            {
                return null;
            }

            if (membership.Identity.EpochSecretOf(row.Epoch) is not { } own || IntakeResealer.Reseal(row, own, membership.Member.Place, member.Place, key) is not { } made)
            {
                return false;
            }

            if (await rows.ReplaceStanzaAsync(row, member.Place, made, cancellationToken) is not false and var done)
            {
                return done;
            }
        }

        return false;
    }

    /// <summary>Removes one intake for everybody. False where it is gone, or not for this identity.</summary>
    public async Task<bool> RemoveAsync(Place place, CancellationToken cancellationToken) =>
        (await rows.FindAsync(place, cancellationToken)).Cold is { } cold
        && membership.Identity.EpochSecretOf(cold.Epoch) is { } own
        && IntakeRemover.Token(cold, own, membership.Member.Place) is { } token
        && await rows.RemoveAsync(place, token, cancellationToken);

    /// <summary>All sealed rows but those of erased intakes.</summary>
    public async Task<IReadOnlyList<(ColdRow Cold, HotRow Hot)>> RowsAsync(IReadOnlyList<Tombstone> erased, CancellationToken cancellationToken)
    {
        var found = new List<(ColdRow, HotRow)>();
        foreach (var place in (await PlacesAsync(cancellationToken)).Except(erased.Select(t => t.Place)))
        {
            if (await rows.FindAsync(place, cancellationToken) is ({ } cold, { } hot))
            {
                found.Add((cold, hot));
            }
        }

        return found;
    }

    /// <summary>The mailboxes that slot M of <paramref name="intakes"/> names, where this member can open it; nothing else leads to them.</summary>
    public async Task<IReadOnlyList<Mailbox>> MailboxesAsync(IReadOnlyList<(ColdRow Cold, HotRow Hot)> intakes, CancellationToken cancellationToken) =>
        [.. (await Replies.MailboxesAsync(intakes.Select(r => membership.Open(r.Cold, r.Hot).Reading).OfType<IntakeReading>(), cancellationToken)).Values.OrderBy(m => m.Place.Value)];

    public ValueTask DisposeAsync()
    {
        membership.Dispose();
        return rows.DisposeAsync();
    }
}
