using System.Globalization;
using System.Text;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Proof;

/// <summary>docs/what-a-compromise-gives-away.md: what a run measured, what the list of stored things says, and what docs/proof/leak.json holds.</summary>
internal static class CompromisePage
{
    public static async Task<string> MakeAsync()
    {
        await using var hotline = await TestHotline.StartAsync();
        var run = new CompromiseRun(hotline);
        await run.LiveAsync();
        var hot = run.Rows<HotRow>(RowKind.Hot);
        var cold = run.Rows<ColdRow>(RowKind.Cold);
        var backup = Backup(hotline.Store);
        using var server = CompromiseRun.Server();
        using var another = new ServerKey([.. Enumerable.Repeat((byte)8, ServerKey.Size)]);
        using var stranger = EpochSecret.Draw();
        var staff = hotline.OpenAll().OfType<Opening.Opened>().ToList();
        var page = new StringBuilder(Head(hotline.World.People.Count, hot.Count));
        Line(page, "the disk", "the answers, with a key of nobody in the roster", Of(Opened(cold, hot, stranger), hot.Count));
        Line(page, "the disk and every button's data, without the server key", "where people are in the questions", Of(run.StatesOpened(hot, another), hot.Count));
        Line(page, "the disk, the server key and every button's data", "where people are in the questions: of those who are not done", Of(run.StatesOpened(hot, server), hot.Count));
        Line(page, "the same", "slots, with the keys that lie in what opened", Of(run.SlotsOpened(hot, server), hot.Count * Core.Intakes.Slot.All.Count()));
        Line(page, "a backup and its key, the server key and every button's data", "where people are in the questions", Of(run.StatesOpened(backup, server), backup.Count));
        Line(page, "the disk, or a backup and its key, and a key of the staff", "slots: all of them", Of(staff.Sum(o => o.Slots.Count(s => s.Value is not null)), hot.Count * Core.Intakes.Slot.All.Count()));
        staff.ForEach(o => o.Case.Dispose());
        Line(page, "a staff laptop as it lies there", $"its identity file, with {LaptopRun.Guesses} other passphrases", Of(LaptopRun.OpenedByGuessing(), LaptopRun.Guesses));
        Line(page, "the same and its passphrase", "its identity file: then all that the line above says, of the rows in its cache", Of(LaptopRun.OpenedByOwner(), 1));
        var hour = await HourRun.LookAsync();
        Line(page, "the running process for an hour", $"which account has which conversation: of {hour.People} who came in it and in the hour before it, one every two minutes", Of(hour.Known, hour.People));
        Line(page, "the same, and every button's data", "slots of what was said before it. What is pressed while somebody looks on, he sees", Of(hour.Opened, hour.Slots));
        Methods(page, hotline);
        Lasting(page);
        Stored(page);
        Sizes(page, hot, cold, run);
        Memory(page);
        return page.ToString();
    }

    private static string Head(int people, int intakes) => $"""
        # What a compromise gives away

        Made by a test from a run of the real parts, from the list that the server's files are held against, and from the last `./build prove leak`. The
        test fails when page and code differ; `APPROVE=1` makes it anew. What no run can measure stands in the [threat model](threat-model.md).

        ## What opens

        {people} people came: two are in the middle of it, one hid, one has only consented, one is done, one erased. So there are {intakes} intakes. Each line was tried.

        | who has | tries to open | opened |
        |---|---|---|

        """.ReplaceLineEndings("\n");

    private static int Opened(IReadOnlyList<ColdRow> cold, IReadOnlyList<HotRow> hot, EpochSecret secret) => cold.Count(c =>
        Enumerable.Range(0, c.Places).Any(place => IntakeOpener.Open(c, hot.Single(h => h.Place == c.Place), secret, (byte)place) is Opening.Opened));

    private static List<HotRow> Backup(SealedStore store)
    {
        using var copy = new MemoryStream();
        _ = store.WriteCopy(new CopyWriter(copy));
        copy.Position = 0;
        var rows = new List<HotRow>();
        _ = new CopyReader(copy).Read((_, _) => { }, row => rows.AddRange(row is HotRow hot ? [hot] : []));
        return rows;
    }

    /// <summary>Telegram sees each of these, with the chat, the text and the buttons in it, and every press.</summary>
    private static void Methods(StringBuilder page, TestHotline hotline)
    {
        _ = page.Append("\n## What Telegram sees\n\nEvery press and every word, with the account it came from, and all that these calls carry: chat, words of the screen, buttons. The bot's token reads and writes the same from then on.\n\n| call | with the number of a chat |\n|---|---|\n");
        foreach (var method in hotline.World.Requests.Recent.GroupBy(r => r.Method, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            _ = page.Append(CultureInfo.InvariantCulture, $"| {method.Key} | {(method.Any(r => r.ChatId is not null) ? "yes" : "no")} |\n");
        }
    }

    private static void Lasting(StringBuilder page)
    {
        _ = page.Append("\n## How long\n\n| what | where | how long |\n|---|---|---|\n");
        Line(page, "which account has which open conversation", "memory of the running process", $"{Chats.Remembered.TotalMinutes:0} minutes after the last press");
        Line(page, "an intake", "disk", $"{Format.DaysKept} days");
        Line(page, "a mailbox; a reply unread; a reply shown", "disk", $"{Format.MailboxDays}; {Format.ReplyDaysUnread}; {Format.ReplyDaysShown} days");
        Line(page, "a case event; that somebody erased", "disk", $"{Format.EventDays}; {Format.TombstoneDays} days");
        Line(page, "keys of an epoch", "a staff laptop, with its passphrase", $"{EpochCalendar.Default.Days} days, and {EpochCalendar.DaysOpenAfter} more");
    }

    private static void Stored(StringBuilder page)
    {
        _ = page.Append("\n## What lies on the disk\n\nOf each kind the properties of a row; fields and files too stand in the [threat model](threat-model.md#what-the-server-keeps).\n\n| kind | properties |\n|---|---|\n");
        foreach (var kind in StoredThings.All.Where(t => t.In == StoredIn.Row).GroupBy(t => t.Kept))
        {
            _ = page.Append(CultureInfo.InvariantCulture, $"| {kind.Key} | {string.Join(", ", kind.Select(t => $"`{t.Name}`"))} |\n");
        }
    }

    private static void Sizes(StringBuilder page, IReadOnlyList<HotRow> hot, IReadOnlyList<ColdRow> cold, CompromiseRun run)
    {
        _ = page.Append("\n## Sizes of rows\n\n| kind | bytes | rows |\n|---|---|---|\n");
        foreach (var size in hot.Concat<SealedRow>(cold).Concat(run.Rows<Mailbox>(RowKind.Mailbox)).Concat(run.Rows<Tombstone>(RowKind.Tombstone)).CountBy(r => (r.Kind, Size: r.EncodedSize())))
        {
            _ = page.Append(CultureInfo.InvariantCulture, $"| {size.Key.Kind} | {size.Key.Size:N0} | {size.Value} |\n");
        }

        _ = page.Append("\n## Writes of a press\n\nRows that a press made or changed, and their bytes.\n\n| press | rows | bytes | presses |\n|---|---|---|---|\n");
        foreach (var ((press, rows, bytes), count) in run.Writes)
        {
            _ = page.Append(CultureInfo.InvariantCulture, $"| {press} | {rows} | {bytes:N0} | {count} |\n");
        }
    }

    private static void Memory(StringBuilder page)
    {
        _ = page.Append("\n## What the long search found\n\n");
        foreach (var proof in ProofFile.All().Where(p => p.Name == "leak"))
        {
            _ = page.Append(CultureInfo.InvariantCulture, $"{proof.Shows}\n\n| what | figure |\n|---|---|\n");
            foreach (var figure in proof.Figures)
            {
                _ = page.Append(CultureInfo.InvariantCulture, $"| {figure.What} | {figure.Value} |\n");
            }
        }
    }

    private static void Line(StringBuilder page, params string[] cells) => page.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", cells)} |\n");

    private static string Of(int found, int all) => string.Create(CultureInfo.InvariantCulture, $"**{found}** of {all}");
}
