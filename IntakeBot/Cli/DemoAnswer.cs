using IntakeBot.Core.Intakes;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>Two staff members of the demo answer: the first writes and signs, the second reads the very bytes, signs and sends them.</summary>
internal sealed class DemoAnswer(DemoHotline demo)
{
    private const string Language = "en";

    /// <summary>The same text to everybody who can be answered.</summary>
    public async Task ToAllAsync(Terminal terminal, string text, CancellationToken stop)
    {
        var problems = new List<string>();
        if (ReplyText.Check(text, Language, problems) is not { } reply)
        {
            terminal.Say(problems[0]);
            return;
        }

        await using var author = await demo.ReaderAsync(stop);
        await using var second = await demo.ReaderAsync(stop, member: 1);
        var sent = 0;
        foreach (var place in await author.PlacesAsync(stop))
        {
            sent += await AnswerAsync(author.Replies, second.Replies, place, (await author.OpenAsync(place, stop))?.Reading, reply, stop) ? 1 : 0;
        }

        terminal.Say(sent == 0 ? "Nobody has a number yet: answer all questions on the phone and press Done." : $"Sealed, signed by two and sent to {sent}.");
    }

    private static async Task<bool> AnswerAsync(ReplyDesk author, ReplyDesk second, Place place, IntakeReading? reading, Reply reply, CancellationToken stop)
    {
        var today = Day.Today(TimeProvider.System);
        if (reading is null || await author.FindMailboxAsync(reading, stop) is not { } mailbox
            || author.Write(reply, mailbox, reading, today) is not { } draft
            || await author.SealAsync(draft, place, stop) is not { } file
            || await second.OpenAsync(file, place, stop) is not { } read
            || read.TextFor(mailbox.Key) is null)
        {
            return false;
        }

        return await second.PutAsync(second.Approve(read), stop);
    }
}
