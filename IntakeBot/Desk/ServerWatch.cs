using IntakeBot.Core.Exchange;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>
/// Asks the server now and then for a newer roster and questionnaire, puts the keys that it lacks of this member, and finds out, where it lets the
/// desk in no longer, why.
/// </summary>
internal sealed class ServerWatch(ExchangeClient client, Membership membership, DeskFolder folder, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(30);

    private ExchangeReach? _reach;
    private volatile bool _hasNewRoster;
    private volatile bool _hasOtherKeys;

    /// <summary>Of the last time that it was asked why; null: it was not.</summary>
    public ExchangeReach? Reach => Volatile.Read(ref _reach);

    /// <summary>True where a newer roster or questionnaire lies on the disk than the desk was opened with: it counts from the next unlocking on.</summary>
    public bool HasNewRoster => _hasNewRoster;

    /// <summary>True where the server has another key of this member for an epoch: her identity was renewed on two machines, and this one opens nothing of that epoch.</summary>
    public bool HasOtherKeys => _hasOtherKeys;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await TakeAsync(cancellationToken);
            await Task.Delay(Every, time, cancellationToken);
        }
    }

    /// <summary>Asks at once. False also where the server is away.</summary>
    public async Task<bool> IsOutdatedAsync(CancellationToken cancellationToken)
    {
        await TakeAsync(cancellationToken);
        return HasNewRoster;
    }

    public async Task AskWhyAsync(CancellationToken cancellationToken) => Volatile.Write(ref _reach, await client.ProbeAsync(cancellationToken));

    /// <summary>What is not to be believed is not taken, and the rounds say that the server is not as it should be.</summary>
    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await client.TakeRosterAsync(folder.ConfigFolder, folder.DataFolder, cancellationToken) is not { Roster: { } roster })
            {
                return;
            }

            var today = Day.Today(time);
            KeyRenewal.Agree(folder, today);
            await PutKeysAsync(roster, today, cancellationToken);
            var isOther = await client.FindQuestionnaireAsync(cancellationToken) is { } pack && QuestionnaireTaking.Take(pack, roster, folder.ConfigFolder).Count == 0
                && !IsOurs(folder);
            _hasNewRoster = isOther || roster.Serial > membership.Roster.Serial;
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    private async Task PutKeysAsync(Roster roster, Day today, CancellationToken cancellationToken)
    {
        if (roster.Find(membership.Member.SigningKey) is not { Recovery: false } self)
        {
            return;
        }

        var hasOther = false;
        foreach (var statement in membership.Identity.Statements().Where(s => s.Epoch >= roster.EpochOf(today)))
        {
            hasOther |= self.EpochKeys.TryGetValue(statement.Epoch, out var stated)
                ? !stated.Bytes.SequenceEqual(statement.Key.Bytes)
                : await client.PutEpochKeyAsync(statement, cancellationToken) == false;
        }

        _hasOtherKeys = hasOther;
    }

    private bool IsOurs(DeskFolder desk) =>
        Core.Questionnaires.QuestionnaireFolder.Read(desk.ConfigFolder).Value?.Canonical.Span.SequenceEqual(membership.Questionnaire.Canonical.Span) == true;
}
