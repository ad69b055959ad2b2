using System.Diagnostics;
using System.Security.Cryptography;
using IntakeBot.Phone;

namespace IntakeBot.Bench;

/// <summary>
/// One person who presses as soon as her screen has changed. Reads the buttons of the phone's newest message and no words:
/// row 0 is Hide, row 1 leads through the gate, rows 1 to 4 answer.
/// </summary>
internal sealed class Walker(PhonePerson person, PhoneBot bot)
{
    /// <summary>Start and language, "yes, alone", "only on this one", limits, consent.</summary>
    private const int GateScreens = 5;

    /// <summary>Ten thousand who press all at once wait long for one machine; who waits longer is counted as lost.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly PhoneChat _chat = person.ChatWith(bot)!;
    private readonly char[] _pressed = Enumerable.Repeat(BenchQuestionnaire.NotAnswered, BenchQuestionnaire.Questions).ToArray();
    private MessageContent? _seen;
    private int _answered;

    /// <summary>One character for each question: the option pressed whose next screen came, or "not answered".</summary>
    public string Pressed => new(_pressed);

    public bool IsThrough => _answered == BenchQuestionnaire.Questions;

    public async Task PassGateAsync()
    {
        _ = person.Start();
        _ = await NextAsync();
        for (var screen = 0; screen < GateScreens; screen++)
        {
            await PressAsync(row: 1);
        }
    }

    /// <summary>Answers one question; the milliseconds from the press to the next screen.</summary>
    public async Task<double> AnswerAsync()
    {
        var option = RandomNumberGenerator.GetInt32(BenchQuestionnaire.Options);
        var start = Stopwatch.GetTimestamp();
        await PressAsync(row: 1 + option);
        _pressed[_answered++] = BenchQuestionnaire.Letter(option);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private async Task PressAsync(int row)
    {
        var (id, content) = Shown() ?? throw new InvalidOperationException("No screen.");
        _seen = content;
        _ = person.PressData(id, content.Keyboard!.Rows[row][0].Data!);
        _ = await NextAsync();
    }

    private async Task<MessageContent> NextAsync()
    {
        while (true)
        {
            var changed = _chat.Changed.Next();
            if (Shown() is { Content: var content } && !ReferenceEquals(content, _seen))
            {
                return content;
            }

            await changed.WaitAsync(Patience);
        }
    }

    private (int Id, MessageContent Content)? Shown()
    {
        lock (_chat.Gate)
        {
            return _chat.Messages.Values.LastOrDefault(m => m is { FromPerson: false, GoneFromPhone: false }) is { } screen
                ? (screen.Id, screen.Content)
                : null;
        }
    }
}
