using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>
/// Seals the cases that this desk can open to a colleague who came later, one after the other behind the pages, closed ones as well: a person may come
/// back. What was given while the desk is open is not given again; after a lock it may be, which changes nothing for anybody.
/// </summary>
internal sealed class PassingOn(
    Membership membership, IRowSource rows, Func<IReadOnlyList<Place>> cases, Func<Task<bool>> isOutdated, TimeProvider time, CancellationToken stop)
{
    /// <summary>Cases until it goes slower: each is two requests, and the rounds need their share of what a member may ask.</summary>
    private const int AtOnce = 300;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Lock _starting = new();
    private readonly HashSet<(Place Place, VerifyKey Key)> _given = [];
    private PassingState? _state;
    private int _steps;

    /// <summary>Of the last run; null: there was none.</summary>
    public PassingState? State => Volatile.Read(ref _state);

    /// <summary>Grows with every step.</summary>
    public int Steps => Volatile.Read(ref _steps);

    public Task Running { get; private set; } = Task.CompletedTask;

    private IntakeReader Reader => new(membership, rows);

    /// <summary>True for a colleague of this desk from before whose key there can be a case that still opens.</summary>
    public bool IsFor(RosterMember member, Day today) =>
        membership.Colleague(member.Pseudonym, []) is not null && membership.Roster.EpochOf(member.Since) >= membership.Roster.Epochs.OldestOpen(today);

    /// <summary>False where one runs, or the signed roster has no such colleague.</summary>
    public bool TryStart(string pseudonym)
    {
        lock (_starting)
        {
            if (stop.IsCancellationRequested || State is { IsRunning: true } || membership.Colleague(pseudonym, []) is not { } colleague)
            {
                return false;
            }

            var places = cases();
            Tell(new(pseudonym, places.Count));
            Running = Task.Run(() => RunAsync(colleague, places), CancellationToken.None);
            return true;
        }
    }

    private async Task RunAsync(RosterMember colleague, IReadOnlyList<Place> places)
    {
        try
        {
            // A key that was lost must not be sealed to because this desk has not heard of it yet.
            if (await isOutdated())
            {
                Tell(State! with { IsOutdated = true });
                return;
            }

            var asked = 0;
            foreach (var place in places.Where(p => _given.Contains((p, colleague.SigningKey))).ToList())
            {
                Tell(State! with { Given = State.Given + 1 });
            }

            foreach (var place in places.Where(p => !_given.Contains((p, colleague.SigningKey))))
            {
                stop.ThrowIfCancellationRequested();
                Tell(await GiveAsync(State!, place, colleague));
                if (++asked > AtOnce)
                {
                    await Task.Delay(Pause, time, stop);
                }
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidDataException or IOException)
        {
            Tell(State! with { Failed = State.Failed + State.Total - State.Done });
        }
        finally
        {
            Tell(State! with { IsRunning = false });
        }
    }

    private async Task<PassingState> GiveAsync(PassingState state, Place place, RosterMember colleague)
    {
        if (await Reader.FindColdAsync(place, stop) is not { } row)
        {
            return state with { Gone = state.Gone + 1 };
        }

        if (!ResealRule.Allows(membership.Roster, colleague.Place, row))
        {
            return state with { Had = state.Had + 1 };
        }

        if (!colleague.EpochKeys.ContainsKey(row.Epoch))
        {
            return state with { Keyless = state.Keyless + 1 };
        }

        if (await Reader.ResealAsync(place, colleague, stop) != true)
        {
            return state with { Failed = state.Failed + 1 };
        }

        _ = _given.Add((place, colleague.SigningKey));
        return state with { Given = state.Given + 1 };
    }

    private void Tell(PassingState state)
    {
        Volatile.Write(ref _state, state);
        _ = Interlocked.Increment(ref _steps);
    }
}
