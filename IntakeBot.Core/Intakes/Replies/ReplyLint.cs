using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Core.Intakes;

/// <summary>
/// Tells what speaks against a reply: a net for mistakes while staff write, no promise. It cannot know a name, or what a text means.
/// All words count in every language. Pure and in memory.
/// </summary>
public sealed class ReplyLint(ReplyWords words)
{
    /// <summary>What is longer was pasted by mistake, and is told as too long alone.</summary>
    private const int MostRead = 10 * Reply.MaxLength;

    private readonly ReplyWord[] _places = Words(words.Places);
    private readonly ReplyWord[] _times = Words(words.Times);
    private readonly (ReplyFindingKind Kind, ReplyWord[] Words)[] _lists =
    [
        (ReplyFindingKind.Forbidden, Words(words.Forbidden)),
        (ReplyFindingKind.NeverAsk, Words(words.NeverAsk)),
        (ReplyFindingKind.Promise, Words(words.Promises)),
    ];

    /// <summary>In the order of the text; empty: nothing speaks against it.</summary>
    public IReadOnlyList<ReplyFinding> Of(string text)
    {
        List<ReplyFinding> findings = [];
        if (text.Length > Reply.MaxLength)
        {
            findings.Add(new(ReplyFindingKind.TooLong, Reply.MaxLength, text.Length - Reply.MaxLength));
        }

        if (text.Length > MostRead)
        {
            return findings;
        }

        if (ReplyLetters.Of(text) is { } letters)
        {
            findings.AddRange(Of(letters));
        }
        else
        {
            findings.Add(new(ReplyFindingKind.Unreadable, 0, text.Length));
        }

        return [.. findings.Distinct().OrderBy(f => f.Start).ThenBy(f => f.Kind)];
    }

    private IEnumerable<ReplyFinding> Of(ReplyLetters letters)
    {
        var named = NoteCatcher.FindIn(letters.Folded).Select(range => Finding(ReplyFindingKind.Identifying, InFolded(letters, range)));
        var said = _lists.SelectMany(list => In(letters, list.Words).Select(place => Finding(list.Kind, place)));
        return [.. named, .. said, .. Meetings(letters)];
    }

    private ReplyFinding[] Meetings(ReplyLetters letters)
    {
        (int, int)[] places = [.. In(letters, _places)];
        (int, int)[] times = [.. In(letters, _times), .. ClockTimes.In(letters.Folded).Select(range => InFolded(letters, range))];
        return places.Length == 0 || times.Length == 0 ? [] : [.. places.Concat(times).Select(place => Finding(ReplyFindingKind.PlaceAndTime, place))];
    }

    private static IEnumerable<(int Start, int Length)> In(ReplyLetters letters, ReplyWord[] words) =>
        words.SelectMany(word => word.In(letters)).Select(match => letters.WhereIs(match.From, match.To));

    private static (int Start, int Length) InFolded(ReplyLetters letters, Range range)
    {
        var (offset, length) = range.GetOffsetAndLength(letters.Folded.Length);
        return letters.WhereIsFolded(offset, offset + length);
    }

    private static ReplyFinding Finding(ReplyFindingKind kind, (int Start, int Length) place) => new(kind, place.Start, place.Length);

    private static ReplyWord[] Words(IReadOnlyList<string> words) => [.. words.Select(word => new ReplyWord(word))];
}
