using System.Text.RegularExpressions;

namespace IntakeBot.Core.Storage;

/// <summary>
/// A store and its small files as one stream, before it is sealed. It ends itself: what is cut off is no copy.
/// <code>"IntakeBot copy 1\n" 17 | F name length 1, name, length 4, bytes | R length 4, encoded row | E cold 4, hot 4, mailboxes 4, tombstones 4, events 4, damaged 4</code>
/// </summary>
internal static partial class CopyFormat
{
    public const byte File = (byte)'F';
    public const byte Row = (byte)'R';
    public const byte End = (byte)'E';
    public const int Counts = 6;

    /// <summary>More than any row or small file: who spoiled a length does not make us take a gigabyte.</summary>
    public const int MostBytes = 64 << 20;

    public static ReadOnlySpan<byte> Title => "IntakeBot copy 1\n"u8;

    /// <summary>Small files that go along: nothing else may be written into a data folder by who has made a backup.</summary>
    public static bool IsName(string name) => name is DayBook.FileName or PlaceBook.FileName or "pinned.json" or "exchange.log" or "exchange.today" || MemberName().IsMatch(name);

    [GeneratedRegex("^members/[a-z0-9][a-z0-9-]{0,63}\\.json$", RegexOptions.CultureInvariant)]
    private static partial Regex MemberName();
}
