using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Core.Hotline;

/// <summary>
/// Brings another number of days into force. A row's last day would no longer tell on which day its conversation began, so all doors are
/// closed; and nothing that is there is kept longer than what is said from now on. A crash anywhere is mended by doing it again.
/// </summary>
public sealed class RetentionChange(SealedStore store, DayBook days, Retention retention)
{
    /// <summary>True where the number had changed. While the clock is in doubt nothing is done.</summary>
    public async Task<bool> ApplyAsync(Day today)
    {
        if (days.DaysKept == retention.IntakeDays || days.Doubt(today) is not null)
        {
            return false;
        }

        _ = await store.CloseDoorsAsync(after: null, new Day(ushort.MaxValue), retention.IntakeDays);
        _ = await store.EndByAsync(today.Plus(retention.IntakeDays));
        days.Keep(today, retention.IntakeDays);
        return true;
    }
}
