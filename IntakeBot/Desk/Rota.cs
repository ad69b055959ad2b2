namespace IntakeBot.Desk;

/// <summary>When somebody is at the desk. Without any shift it always counts as staffed: nobody is told that there is time.</summary>
internal sealed class Rota(IReadOnlyList<Shift> shifts, TimeZoneInfo zone)
{
    private const int DaysAhead = 8;

    public bool IsStaffed(DateTimeOffset now) => shifts.Count == 0 || OnDuty(now).Any();

    /// <summary>Shifts that are on, each with the moment at which it ends.</summary>
    public IEnumerable<(Shift Shift, DateTimeOffset Until)> OnDuty(DateTimeOffset now) =>
        Around(now).Where(s => s.From <= now && now < s.Until).Select(s => (s.Shift, s.Until));

    /// <summary>Since when somebody is there without a break; null: nobody is. Long ago without any shift.</summary>
    public DateTimeOffset? StaffedSince(DateTimeOffset now)
    {
        if (!IsStaffed(now))
        {
            return null;
        }

        var (all, since) = (Around(now).Concat(Around(now.AddDays(-DaysAhead))).ToList(), now);
        while (all.Where(s => s.From < since && since <= s.Until).Select(s => (DateTimeOffset?)s.From).Min() is { } earlier)
        {
            since = earlier;
        }

        return shifts.Count == 0 ? DateTimeOffset.MinValue : since;
    }

    /// <summary>Now where it is staffed; else when the next shift starts.</summary>
    public DateTimeOffset NextStaffed(DateTimeOffset now) =>
        IsStaffed(now) ? now : Around(now).Where(s => s.From > now).Select(s => s.From).DefaultIfEmpty(now).Min();

    private IEnumerable<(Shift Shift, DateTimeOffset From, DateTimeOffset Until)> Around(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        for (var day = today.AddDays(-1); day <= today.AddDays(DaysAhead); day = day.AddDays(1))
        {
            foreach (var shift in shifts.Where(s => s.Day == day.DayOfWeek))
            {
                yield return (shift, At(day, shift.From), At(shift.Until <= shift.From ? day.AddDays(1) : day, shift.Until));
            }
        }
    }

    /// <summary>An hour that the clock leaps over counts as the moment of the leap.</summary>
    private DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        return new(local, zone.GetUtcOffset(local));
    }
}
