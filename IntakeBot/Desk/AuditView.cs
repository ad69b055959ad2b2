using System.Globalization;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>Puts traces and the server's log beside each other. <paramref name="log"/> null: the server gave none.</summary>
internal sealed class AuditView(DeskVisit visit, ExchangeLogReading? log)
{
    private const int MostTraces = 500;
    private const int MostDays = 200;
    private const byte Opened = 1;
    private const byte Sent = 5;
    private const byte TakenOut = 12;

    private readonly DeskWords _words = visit.Frame.Words;
    private readonly List<(Memo Memo, MemoBody.Trace Trace)> _traces = [.. visit.Open.Memos.Memos.Where(m => m.Body is MemoBody.Trace).Select(m => (m, (MemoBody.Trace)m.Body))];

    /// <summary><paramref name="member"/>: of one alone, by place of the roster.</summary>
    public AuditModel Of(byte? member) => new()
    {
        Chain = Chain(),
        IsChainOdd = log is not { State: ExchangeLogState.Whole },
        Head = log?.Head?.ToString(),
        Days = [.. Days(member)],
        Traces =
        [
            .. _traces.Where(t => member is null || t.Memo.Author == member).Take(MostTraces).Select(t => (
                TimeZoneInfo.ConvertTime(t.Memo.At, visit.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), visit.Words.NameOf(t.Memo.Author), What(t.Trace.EventKind),
                $"{t.Trace.CaseMark:x32}"[..8], t.Trace.Event.ToString()[..8])),
        ],
        Members =
        [
            (_words[Phrase.All], "", member is null),
            .. visit.Membership.Roster.Members.Where(m => m.IsRecipient).Select(m => (m.Pseudonym, string.Create(CultureInfo.InvariantCulture, $"?member={m.Place}"), member == m.Place)),
        ],
    };

    private string Chain() => log switch
    {
        null => _words[Phrase.LogAway],
        { State: ExchangeLogState.Broken } => _words.With(Phrase.LogBroken, log.BrokenAt ?? 0),
        { State: ExchangeLogState.Rewritten } => _words[Phrase.LogRewritten],
        { Entries.Count: 0 } => _words[Phrase.LogEmpty],
        _ => _words.With(Phrase.LogWhole, log.Entries.Count, log.Entries[0].Day, log.Entries[^1].Day),
    };

    private IEnumerable<AuditDay> Days(byte? member)
    {
        var done = _traces.GroupBy(t => (Day: Day.Of(t.Memo.At), t.Memo.Author)).ToDictionary(g => g.Key, g => g.Select(t => t.Trace.EventKind).ToList());
        var counted = (log?.Entries ?? []).Where(e => e.Kind != ExchangeLogKind.BegunAnew).GroupBy(e => (e.Day, e.Place)).ToDictionary(g => g.Key, g => g.ToList());
        return done.Keys.Union(counted.Keys).Where(k => member is null || k.Item2 == member)
            .OrderByDescending(k => k.Item1.Number).ThenBy(k => k.Item2).Take(MostDays)
            .Select(k => Of(k.Item1, k.Item2, done.GetValueOrDefault(k) ?? [], counted.GetValueOrDefault(k) ?? []));
    }

    private AuditDay Of(Day day, byte place, List<byte> done, List<ExchangeLogEntry> counted)
    {
        var isOver = day < visit.Today && log is { State: ExchangeLogState.Whole };
        long Count(ExchangeLogKind kind) => counted.Where(e => e.Kind == kind).Sum(e => (long)e.Count);
        string Shown(long count) => isOver ? count.ToString(CultureInfo.InvariantCulture) : "";
        var (opened, replied, taken) = (done.Count(k => k == Opened), done.Count(k => k == Sent), done.Count(k => k == TakenOut));
        var odd = !isOver ? null
            : Count(ExchangeLogKind.RepliesPut) > replied ? _words[Phrase.OddReplies]
            : Count(ExchangeLogKind.EventsPut) < done.Count ? _words[Phrase.OddEvents]
            : null;
        return new(
            day.ToString(), visit.Words.NameOf(place), opened, replied, taken, done.Count, Shown(Count(ExchangeLogKind.EventsPut)), Shown(Count(ExchangeLogKind.RepliesPut)),
            Shown(counted.Where(e => e.Kind == ExchangeLogKind.ColdRows).Sum(e => (long)e.Different)), odd);
    }

    private string What(byte kind) => _words[kind switch
    {
        1 => Phrase.DidOpen,
        2 => Phrase.DidAssign,
        3 => Phrase.DidStatus,
        4 => Phrase.DidDraft,
        5 => Phrase.DidSend,
        6 => Phrase.DidWithdraw,
        7 => Phrase.DidNote,
        8 => Phrase.DidTag,
        9 => Phrase.DidFollow,
        10 => Phrase.DidMerge,
        11 => Phrase.DidRefer,
        12 => Phrase.DidTakeOut,
        MemoBody.Trace.Removed => Phrase.DidRemove,
        _ => Phrase.DidUnknown,
    }];
}
