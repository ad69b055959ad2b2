namespace IntakeBot.Core.Sealing;

/// <summary>A day in UTC as two bytes: days since 1970-01-01. The finest time that is ever stored.</summary>
public readonly record struct Day(ushort Number) : IComparable<Day>
{
    public const int Size = 2;

    public static Day Of(DateTimeOffset instant) =>
        new(checked((ushort)(instant.UtcDateTime.Date - DateTime.UnixEpoch).Days));

    public static Day Today(TimeProvider time) => Of(time.GetUtcNow());

    /// <summary>Null for anything that <see cref="ToString"/> does not write.</summary>
    public static Day? Parse(ReadOnlySpan<char> text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date)
        && date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber is >= 0 and <= ushort.MaxValue and var number
            ? new Day((ushort)number) : null;

    public Day Plus(int days) => new(checked((ushort)(Number + days)));

    public int CompareTo(Day other) => Number.CompareTo(other.Number);

    public static bool operator <(Day left, Day right) => left.Number < right.Number;

    public static bool operator >(Day left, Day right) => left.Number > right.Number;

    public static bool operator <=(Day left, Day right) => left.Number <= right.Number;

    public static bool operator >=(Day left, Day right) => left.Number >= right.Number;

    /// <summary>yyyy-MM-dd.</summary>
    public override string ToString() =>
        DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays(Number).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
