using System.Globalization;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Exchange;

/// <summary>
/// The newest entry of the log that somebody has seen: a log that does not hold it any more was written anew. Two auditors who compare theirs
/// learn whether the server shows both the same.
/// </summary>
public sealed record HeadPin
{
    private const int HashLength = 2 * ExchangeLogLink.HashSize;

    public required uint Number { get; init; }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>The entry's own day: how long it must be there.</summary>
    public required Day Day { get; init; }

    public static HeadPin Of(ExchangeLogLink link) => new() { Number = link.Entry.Number, Hash = Convert.ToHexStringLower(link.Hash), Day = link.Entry.Day };

    /// <summary>Null for anything that <see cref="ToString"/> does not write.</summary>
    public static HeadPin? Parse(string text) =>
        text.Split(' ') is [var number, var hash, var day]
        && uint.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
        && hash.Length == HashLength && hash.All(char.IsAsciiHexDigitLower)
        && Sealing.Day.Parse(day) is { } of
        && new HeadPin { Number = parsed, Hash = hash, Day = of } is var pin && pin.ToString() == text ? pin : null;

    /// <summary>NUMBER HASH yyyy-MM-dd.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number} {Hash} {Day}");

    /// <summary>True for a log that holds what was seen, or whose entries of that time were due to go by <paramref name="today"/>.</summary>
    internal bool IsKeptBy(ExchangeLogChain log, Day today)
    {
        var holds = log.Has(Number, Convert.FromHexString(Hash));
        return Number >= log.First
            ? holds
            : today.Number - Day.Number > ExchangeLogChain.DaysKept && log.Links.Count > 0 && (holds || (long)Number + 1 < log.First);
    }
}
