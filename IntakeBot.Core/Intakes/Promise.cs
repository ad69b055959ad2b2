using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Core.Intakes;

/// <summary>
/// Within which time staff promise one another that a person reads an intake; the person is promised no hour. The four times are
/// those that protection staff worked out with the levels (protection.md 2.4).
/// </summary>
public static class Promise
{
    /// <summary>U1: while the desk is staffed.</summary>
    public static TimeSpan Of(Level level) => level switch
    {
        Level.U1 => TimeSpan.FromMinutes(30),
        Level.U2 => TimeSpan.FromHours(12),
        Level.U3 => TimeSpan.FromHours(72),
        _ => TimeSpan.FromDays(7),
    };

    /// <summary>
    /// Until when it must be read so that the promise is surely kept. Only the day is known on which the intake began (days since
    /// 1970-01-01, UTC), so it is counted from that day's first moment: up to a day too early, never too late. U1 is therefore
    /// due at once whenever it is seen, and U2 from noon on: do not show an hour for U1, and let nobody wait for one.
    /// </summary>
    public static DateTimeOffset Due(Level level, ushort day) => DateTimeOffset.UnixEpoch.AddDays(day) + Of(level);
}
