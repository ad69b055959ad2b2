using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Cli;

/// <summary>One staff member reading intakes on this machine: roster, questionnaire and identity checked, rows from wherever they are.</summary>
internal sealed class IntakeReader : IAsyncDisposable
{
    private readonly IRowSource _rows;
    private readonly Identity _identity;
    private readonly RosterMember _member;
    private readonly byte[] _hash;

    private IntakeReader(IRowSource rows, Identity identity, Roster roster, RosterMember member, Questionnaire questionnaire)
    {
        _rows = rows;
        _identity = identity;
        _member = member;
        Roster = roster;
        Questionnaire = questionnaire;
        _hash = QuestionnaireHash.Of(questionnaire.Canonical.Span);
        Form = questionnaire.Forms.FirstOrDefault(f => f.Desk == member.Desk) ?? questionnaire.Main;
    }

    public Roster Roster { get; }

    public Questionnaire Questionnaire { get; }

    /// <summary>The form of the member's desk.</summary>
    public Form Form { get; }

    /// <summary>
    /// Takes <paramref name="identity"/> over. Asks the running server; if none listens, opens the store. Null, and the reasons
    /// added, where a file is wrong or neither is there.
    /// </summary>
    public static async Task<IntakeReader?> OpenAsync(
        Identity identity, string configFolder, string dataFolder, TimeProvider time, ICollection<string> problems, CancellationToken cancellationToken)
    {
        var (settings, wrong) = SettingsFile.Read(configFolder);
        foreach (var problem in wrong)
        {
            problems.Add(problem);
        }

        return await OpenAsync(identity, configFolder, dataFolder, Day.Today(time), problems, async roster => settings is null
            ? null
            : await SourceAsync(settings, roster, identity, dataFolder, time, problems, cancellationToken));
    }

    /// <summary>Takes <paramref name="identity"/> over; reads a bundle's rows by the roster and questionnaire that came with them.</summary>
    public static Task<IntakeReader?> OpenAsync(Identity identity, BundleFolder bundle, ICollection<string> problems) => OpenAsync(
        identity, bundle.ConfigFolder, bundle.ConfigFolder, bundle.Bundle.Day, problems, _ => Task.FromResult<IRowSource?>(new BundleRowSource(bundle.Bundle)));

    /// <summary>What this member can do to answer.</summary>
    public ReplyDesk Replies => new(_rows, _identity, Roster, _member);

    public Task<IReadOnlyList<Place>> PlacesAsync(CancellationToken cancellationToken) => _rows.PlacesAsync(cancellationToken);

    /// <summary>Those that are stored and those that were erased, in their order.</summary>
    public async Task<IReadOnlyList<Place>> PlacesEverAsync(CancellationToken cancellationToken) =>
        [.. (await PlacesAsync(cancellationToken)).Union((await ErasedAsync(cancellationToken)).Select(t => t.Place)).OrderBy(p => p.Value)];

    public Task<IReadOnlyList<Tombstone>> ErasedAsync(CancellationToken cancellationToken) => _rows.TombstonesAsync(cancellationToken);

    public async Task<ColdRow?> FindColdAsync(Place place, CancellationToken cancellationToken) => (await _rows.FindAsync(place, cancellationToken)).Cold;

    /// <summary>
    /// Null where there is no such intake; without a reading where it is for others, and where the person asked to erase it, whatever
    /// rows there still are.
    /// </summary>
    public async Task<IntakeOpening?> OpenAsync(Place place, CancellationToken cancellationToken)
    {
        if (await _rows.FindTombstoneAsync(place, cancellationToken) is { } tombstone)
        {
            return new IntakeOpening(place, null) { Erased = tombstone.Erased };
        }

        if (await _rows.FindAsync(place, cancellationToken) is not ({ } cold, { } hot))
        {
            return null;
        }

        var reading = Read(cold, hot);
        return new IntakeOpening(place, reading) { Triage = reading is null ? null : Triage.Of(reading, Questionnaire, Form) };
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

    /// <summary>Somebody else of this desk who may open what is sealed to it; null, and the reason added, where there is none of that name.</summary>
    public RosterMember? Colleague(string pseudonym, ICollection<string> problems)
    {
        var member = Roster.Members.FirstOrDefault(m => m.Pseudonym == pseudonym);
        var wrong = member switch
        {
            null => "is not in the roster",
            { IsRecipient: false } => "is an auditor and opens nothing",
            _ when member.Place == _member.Place => "is you",
            _ when member.Desk != _member.Desk => $"is at desk {member.Desk}, and you are at {_member.Desk}",
            _ => null,
        };
        if (wrong is null)
        {
            return member;
        }

        problems.Add($"{pseudonym}: {wrong}; 'intakebot roster show' lists the members");
        return null;
    }

    /// <summary>
    /// Seals one intake to <paramref name="member"/> as well. False where it is not for this identity; null where that member states no
    /// key for its epoch, or was sealed to at its consent.
    /// </summary>
    public async Task<bool?> ResealAsync(Place place, RosterMember member, CancellationToken cancellationToken)
    {
        while ((await _rows.FindAsync(place, cancellationToken)).Cold is { } row)
        {
            if (!ResealRule.Allows(Roster, member.Place, row) || member.EpochKeys.GetValueOrDefault(row.Epoch) is not { } key)
            {
                return null;
            }

            if (_identity.EpochSecretOf(row.Epoch) is not { } own || IntakeResealer.Reseal(row, own, _member.Place, member.Place, key) is not { } made)
            {
                return false;
            }

            if (await _rows.ReplaceStanzaAsync(row, member.Place, made, cancellationToken) is not false and var done)
            {
                return done;
            }
        }

        return false;
    }

    /// <summary>Removes one intake for everybody. False where it is gone, or not for this identity.</summary>
    public async Task<bool> RemoveAsync(Place place, CancellationToken cancellationToken) =>
        (await _rows.FindAsync(place, cancellationToken)).Cold is { } cold
        && _identity.EpochSecretOf(cold.Epoch) is { } own
        && IntakeRemover.Token(cold, own, _member.Place) is { } token
        && await _rows.RemoveAsync(place, token, cancellationToken);

    /// <summary>All sealed rows but those of erased intakes.</summary>
    public async Task<IReadOnlyList<(ColdRow Cold, HotRow Hot)>> RowsAsync(IReadOnlyList<Tombstone> erased, CancellationToken cancellationToken)
    {
        var rows = new List<(ColdRow, HotRow)>();
        foreach (var place in (await PlacesAsync(cancellationToken)).Except(erased.Select(t => t.Place)))
        {
            if (await _rows.FindAsync(place, cancellationToken) is ({ } cold, { } hot))
            {
                rows.Add((cold, hot));
            }
        }

        return rows;
    }

    /// <summary>The mailboxes that slot M of <paramref name="rows"/> names, where this member can open it; nothing else leads to them.</summary>
    public async Task<IReadOnlyList<Mailbox>> MailboxesAsync(IReadOnlyList<(ColdRow Cold, HotRow Hot)> rows, CancellationToken cancellationToken) =>
        [.. (await Replies.MailboxesAsync(rows.Select(r => Read(r.Cold, r.Hot)).OfType<IntakeReading>(), cancellationToken)).Values.OrderBy(m => m.Place.Value)];

    public ValueTask DisposeAsync()
    {
        _identity.Dispose();
        return _rows.DisposeAsync();
    }

    private IntakeReading? Read(ColdRow cold, HotRow hot) =>
        _identity.EpochSecretOf(cold.Epoch) is { } secret && IntakeOpener.Open(cold, hot, secret, _member.Place) is Opening.Opened opened
            ? IntakeReading.Of(opened.Slots, Questionnaire, Form, _hash) : null;

    private static async Task<IntakeReader?> OpenAsync(
        Identity identity, string configFolder, string dataFolder, Day today, ICollection<string> problems, Func<Roster, Task<IRowSource?>> source)
    {
        var questionnaire = QuestionnaireFolder.Read(configFolder);
        var roster = RosterFolder.Read(configFolder, dataFolder, today);
        foreach (var problem in questionnaire.Problems.Select(p => Path.Combine(configFolder, p.ToString())).Concat(roster.Problems))
        {
            problems.Add(problem);
        }

        var member = roster.Roster?.Find(identity.Signing.Public);
        if (roster.Roster is not null && member is null)
        {
            problems.Add($"{Path.Combine(configFolder, RosterFolder.RosterName)}: this identity ({Fingerprint.Of(identity.Signing.Public)}) is not in it");
        }

        if (problems.Count > 0 || member is null || questionnaire.Value is null || await source(roster.Roster!) is not { } rows)
        {
            identity.Dispose();
            return null;
        }

        return new IntakeReader(rows, identity, roster.Roster!, member, questionnaire.Value);
    }

    private static async Task<IRowSource?> SourceAsync(
        Settings settings, Roster roster, Identity identity, string dataFolder, TimeProvider time, ICollection<string> problems,
        CancellationToken cancellationToken)
    {
        if (Uri.TryCreate(settings.Exchange.Address, UriKind.Absolute, out var address))
        {
            var server = new ExchangeRowSource(address, identity.Signing, roster.ExchangeKey, time);
            if (await server.AnswersAsync(cancellationToken))
            {
                return server;
            }

            await server.DisposeAsync();
        }

        try
        {
            return new StoreRowSource(dataFolder, roster, time);
        }
        catch (StoreException refusal)
        {
            problems.Add($"{settings.Exchange.Address}: no server answers there");
            problems.Add(refusal.Message);
            return null;
        }
    }
}
