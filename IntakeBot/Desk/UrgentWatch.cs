using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>Counts the U1 cases that nobody has read for half an hour of staffed time. What was there before the desk was unlocked counts from then on.</summary>
internal sealed class UrgentWatch(CaseBook cases, DateTimeOffset unlocked)
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private readonly Lock _looking = new();
    private readonly HashSet<Place> _raised = [];

    /// <summary>How many ever were unread for so long while the desk was open: it only grows.</summary>
    public int Raised
    {
        get
        {
            lock (_looking)
            {
                return _raised.Count;
            }
        }
    }

    /// <summary>How many are so now; none while nobody is on duty.</summary>
    public int Unread(Rota rota, DateTimeOffset now)
    {
        if (rota.StaffedSince(now) is not { } staffed)
        {
            return 0;
        }

        DateTimeOffset Since(Case @case) => new[] { @case.Seen ?? unlocked, staffed }.Max();
        var unread = cases.Sheet.Cases.Where(c => c.Triage.MayBe == Level.U1 && !c.IsClosed && c.Work.Openings.Count == 0 && now - Since(c) >= Longest).Select(c => c.Place).ToList();
        lock (_looking)
        {
            _raised.UnionWith(unread);
        }

        return unread.Count;
    }
}
