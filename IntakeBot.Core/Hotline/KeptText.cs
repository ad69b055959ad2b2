using System.Globalization;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Hotline;

/// <summary>
/// What is kept, in a person's words: a line for each kind of thing that <see cref="StoredThings"/> lists, with the number that
/// is in force. So it cannot say less than is stored, or another time.
/// </summary>
public static class KeptText
{
    private const string Between = "\n\n";

    private static readonly KeptName[] Always = [KeptName.NotKept, KeptName.Memory, KeptName.Read, KeptName.Erase, KeptName.Telegram];

    public static string Compose(Language words, Retention retention) => Join([words.Kept[KeptName.Title], .. Lines(words, retention)]);

    internal static string Join(IEnumerable<string> lines) => string.Join(Between, lines);

    internal static IEnumerable<string> Lines(Language words, Retention retention) =>
        StoredThings.All.Select(t => t.Kept).Distinct().Order().Select(NameOf).OfType<KeptName>().Concat(Always)
            .Select(name => words.Kept[name].Replace(
                Placeholders.Days, retention.DaysOf(name).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

    /// <summary>Null: nothing of hers.</summary>
    private static KeptName? NameOf(Kept kept) => kept switch
    {
        Kept.NothingOfHers => null,
        Kept.SealedAnswers => KeptName.SealedAnswers,
        Kept.StaffKeys => KeptName.StaffKeys,
        Kept.OpenConversation => KeptName.OpenConversation,
        Kept.RandomNames => KeptName.RandomNames,
        Kept.LastDay => KeptName.LastDay,
        Kept.Replies => KeptName.Replies,
        Kept.CaseEvents => KeptName.CaseEvents,
        Kept.Tombstone => KeptName.Tombstone,
        _ => throw new ArgumentOutOfRangeException(nameof(kept)),
    };
}
