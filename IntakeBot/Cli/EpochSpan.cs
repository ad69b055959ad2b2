using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>The epochs that a member has keys for: those still open, today's and some ahead.</summary>
internal readonly record struct EpochSpan(EpochCalendar Calendar, uint First, uint Last)
{
    public int Count => (int)(Last - First + 1);

    public static EpochSpan From(EpochCalendar calendar, Day today, int count) =>
        new(calendar, calendar.OldestOpen(today), calendar.EpochOf(today) + (uint)count - 1);

    public Day LastDay => Calendar.LastDayOf(Last);
}
