using System.Text;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>Writes every vector whose name is not there yet. One that is there was shipped, and stays as it is.</summary>
internal static class VectorWriter
{
    public const string Ending = ".txt";

    public static IEnumerable<Vector> Drafts() =>
    [
        .. RowVectors.All(), .. StanzaVectors.All(), .. SlotVectors.All(), .. AnswerVectors.All(), .. BlobVectors.All(), .. MailboxVectors.All(),
        .. EventVectors.All(),
        .. TokenVectors.All(),
        .. RosterVectors.All(), .. RosterFileVectors.All(), .. MemberVectors.All(), .. IdentityVectors.All(), .. KeyFileVectors.All(),
    ];

    /// <summary>The names written. A draft on which the program says another layer than its author stops everything before the first is written.</summary>
    public static IReadOnlyList<string> Write(string folder)
    {
        var drafts = Drafts().Where(d => !File.Exists(Path.Combine(folder, d.Name + Ending))).ToList();
        var wrong = drafts.Select(Finish).OfType<string>().ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        foreach (var draft in drafts)
        {
            using var file = new FileStream(Path.Combine(folder, draft.Name + Ending), FileMode.CreateNew);
            file.Write(Encoding.UTF8.GetBytes(draft.Encode()));
        }

        return [.. drafts.Select(d => d.Name)];
    }

    /// <summary>Null, and the draft is whole; or what is wrong with it.</summary>
    private static string? Finish(Vector draft)
    {
        var verdict = ProgramReader.Read(draft);
        var wrong = verdict.Layer != draft.Expect || (draft.Reads is { } stated && stated != verdict.Reads);
        draft.Reads ??= verdict.Reads;
        return wrong ? $"{draft.Name}: expects {draft.Expect}, the program says {verdict.Layer}: {verdict.Reads}" : null;
    }
}
