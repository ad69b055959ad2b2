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

    private IntakeReader(IRowSource rows, Identity identity, RosterMember member, Questionnaire questionnaire)
    {
        _rows = rows;
        _identity = identity;
        _member = member;
        Questionnaire = questionnaire;
        _hash = QuestionnaireHash.Of(questionnaire.Canonical.Span);
        Form = questionnaire.Forms.FirstOrDefault(f => f.Desk == member.Desk) ?? questionnaire.Main;
    }

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
        var questionnaire = QuestionnaireFolder.Read(configFolder);
        var roster = RosterFolder.Read(configFolder, dataFolder, Day.Today(time));
        foreach (var problem in wrong.Concat(questionnaire.Problems.Select(p => Path.Combine(configFolder, p.ToString()))).Concat(roster.Problems))
        {
            problems.Add(problem);
        }

        var member = roster.Roster?.Find(identity.Signing.Public);
        if (roster.Roster is not null && member is null)
        {
            problems.Add($"{Path.Combine(configFolder, RosterFolder.RosterName)}: this identity ({Fingerprint.Of(identity.Signing.Public)}) is not in it");
        }

        if (problems.Count > 0 || settings is null || member is null || questionnaire.Value is null
            || await SourceAsync(settings, roster.Roster!, identity, dataFolder, time, problems, cancellationToken) is not { } rows)
        {
            identity.Dispose();
            return null;
        }

        return new IntakeReader(rows, identity, member, questionnaire.Value);
    }

    public Task<IReadOnlyList<Place>> PlacesAsync(CancellationToken cancellationToken) => _rows.PlacesAsync(cancellationToken);

    public async Task<ColdRow?> FindColdAsync(Place place, CancellationToken cancellationToken) => (await _rows.FindAsync(place, cancellationToken)).Cold;

    /// <summary>Null where there is no such intake; a reading without a heading's meaning where it is for others.</summary>
    public async Task<IntakeOpening?> OpenAsync(Place place, CancellationToken cancellationToken)
    {
        if (await _rows.FindAsync(place, cancellationToken) is not ({ } cold, { } hot))
        {
            return null;
        }

        return _identity.EpochSecretOf(cold.Epoch) is { } secret && IntakeOpener.Open(cold, hot, secret, _member.Place) is Opening.Opened opened
            ? new IntakeOpening(place, IntakeReading.Of(opened.Slots, Questionnaire, Form, _hash))
            : new IntakeOpening(place, null);
    }

    public ValueTask DisposeAsync()
    {
        _identity.Dispose();
        return _rows.DisposeAsync();
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
            return new StoreRowSource(dataFolder, time);
        }
        catch (StoreException refusal)
        {
            problems.Add($"{settings.Exchange.Address}: no server answers there");
            problems.Add(refusal.Message);
            return null;
        }
    }
}
