using System.Security.Cryptography;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Phone;

namespace IntakeBot.Bench;

/// <summary>
/// A person whose hotline may die at any moment: looks at the screen, presses what belongs there, and when nothing happens
/// presses again. What she pressed counts as acknowledged once her screen has moved on. Sometimes she presses once more what she has just
/// pressed, and it must bring the screen that is there.
/// </summary>
internal sealed class ProofPerson(PhonePerson phone, Questionnaire questionnaire, Language language)
{
    private const int RepeatedOneIn = 6;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    /// <summary>Question id → option id, or "" for Skip: chosen once, however often it must be pressed.</summary>
    private readonly Dictionary<string, string> _chosen = [];

    private readonly List<string> _astray = [];
    private bool _pressedDone;
    private int _reached;

    /// <summary>Answers and skips after which the screen moved on.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>Presses made once more after the screen had moved on.</summary>
    public int Repeats { get; private set; }

    /// <summary>What was there instead of the current screen, of each of these after which it was not.</summary>
    public IReadOnlyList<string> Astray => _astray;

    /// <summary>How often she saw a screen that she had left behind.</summary>
    public int Backwards { get; private set; }

    /// <summary>She is at the screen that says her answers are there, or at the end screen that follows a Done pressed twice.</summary>
    public bool IsDone { get; private set; }

    /// <summary>The end screen came before she had pressed Done: her conversation is lost.</summary>
    public bool IsStranded { get; private set; }

    /// <summary>What her phone shows: where she is stuck, if she is.</summary>
    public string Sees => phone.Draw();

    /// <summary>What staff must read, as text that can be compared.</summary>
    public string Pressed => Canonical(_chosen.Where(c => c.Value.Length > 0));

    /// <summary>Answers, in an order of their own.</summary>
    public static string Canonical(IEnumerable<KeyValuePair<string, string>> answers) =>
        string.Join(' ', answers.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={a.Value}"));

    public async Task WalkAsync(CancellationToken stop)
    {
        while (!IsDone && !IsStranded)
        {
            stop.ThrowIfCancellationRequested();
            await StepAsync(stop);
        }
    }

    /// <summary>One press, and at most a moment's wait for what comes of it.</summary>
    public async Task StepAsync(CancellationToken stop)
    {
        var before = Newest();
        var asked = before is null ? null : QuestionOf(before);
        Look(before, asked);
        var label = before is null ? null : Find(before, asked);
        var data = before?.Buttons.FirstOrDefault(b => b.Label == label)?.Data;
        if (before is null)
        {
            _ = phone.Start();
        }
        else if (data is not null)
        {
            // On the message she looked at, whatever has become of it since.
            _ = phone.PressData(before.Id, data);
        }

        if (IsDone || IsStranded || !await MovedAsync(before) || asked is null || Newest() is not { } now || QuestionOf(now) is var current && current == asked)
        {
            return;
        }

        Acknowledged++;
        if (data is not null && current is not null && RandomNumberGenerator.GetInt32(RepeatedOneIn) == 0)
        {
            await RepeatAsync(before!.Id, data, current, stop);
        }
    }

    /// <summary>Presses what brought her here until it is answered, over kills too; afterwards she must still be at <paramref name="current"/>.</summary>
    private async Task RepeatAsync(int message, string data, Question current, CancellationToken stop)
    {
        Repeats++;
        while (!stop.IsCancellationRequested)
        {
            var older = phone.Spinners.Select(s => s.QueryId).ToHashSet();
            _ = phone.PressData(message, data);
            var mine = phone.Spinners.Select(s => s.QueryId).FirstOrDefault(q => !older.Contains(q));
            try
            {
                _ = await phone.WaitForScreenAsync(_ => phone.Spinners.All(s => s.QueryId != mine), Patience);
                // Not the newest alone: a /start that came again after a kill may have drawn a first screen below it.
                if (!phone.Screen.Any(m => !m.FromPerson && QuestionOf(m) == current))
                {
                    _astray.Add($"{current.Id} was to be shown. {Sees}");
                }

                return;
            }
            catch (TimeoutException)
            {
                // The server was killed after it had confirmed the press: once more.
            }
        }
    }

    /// <summary>Notes how far she is. A question with several options is two screens: nothing ticked, and something.</summary>
    private void Look(PhoneMessage? shown, Question? asked)
    {
        if (asked is null)
        {
            return;
        }

        var at = (2 * questionnaire.Main.Questions.ToList().IndexOf(asked)) + (asked.Many && shown!.HasButton(language.Buttons[ButtonName.Next]) ? 1 : 0);
        Backwards += at < _reached ? 1 : 0;
        _reached = Math.Max(_reached, at);
    }

    private PhoneMessage? Newest() => phone.Screen.LastOrDefault(m => !m.FromPerson);

    private async Task<bool> MovedAsync(PhoneMessage? before)
    {
        var shown = Sight(before);
        try
        {
            _ = await phone.WaitForScreenAsync(_ => Sight(Newest()) != shown, Patience);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static string Sight(PhoneMessage? message) =>
        message is null ? "" : $"{message.Id} {message.Text} {string.Join(' ', message.Buttons.Select(b => b.Data))}";

    private Question? QuestionOf(PhoneMessage message) =>
        questionnaire.Main.Questions.FirstOrDefault(q => language.Questions[q.Id].Any(w => w.Text.Trim() == message.Text.Trim()));

    private bool Shows(PhoneMessage message, ScreenName screen) => message.Text.Trim() == language.Screens[screen].Trim();

    private string? Find(PhoneMessage message, Question? asked)
    {
        if (asked is not null)
        {
            return Choose(message, asked);
        }

        if (message.HasButton(language.Buttons[ButtonName.NoNumber]))
        {
            return message.Text.Split('\n').Single(line => line.Count(char.IsAsciiDigit) == 20)[^4..];
        }

        IsDone = _pressedDone && (Shows(message, ScreenName.Done) || Shows(message, ScreenName.End));
        IsStranded = !_pressedDone && Shows(message, ScreenName.End);
        _pressedDone |= Shows(message, ScreenName.Finish) || Shows(message, ScreenName.Note);
        string[] ways =
        [
            language.Name, .. new[] { ButtonName.SafeYes, ButtonName.OthersNo, ButtonName.Continue, ButtonName.Consent, ButtonName.Done, ButtonName.Again, ButtonName.Cover }.Select(b => language.Buttons[b]),
        ];
        return IsDone || IsStranded ? null : ways.FirstOrDefault(message.HasButton);
    }

    private string Choose(PhoneMessage message, Question asked)
    {
        if (!_chosen.TryGetValue(asked.Id, out var chosen))
        {
            var at = RandomNumberGenerator.GetInt32(-1, asked.Options.Count);
            _chosen[asked.Id] = chosen = at < 0 ? "" : asked.Options[at].Id;
        }

        if (chosen.Length == 0)
        {
            return language.Buttons[ButtonName.Skip];
        }

        var label = language.Options[asked.Id][asked.Options.ToList().FindIndex(o => o.Id == chosen)];
        var ticked = asked.Many && message.HasButton(language.Buttons[ButtonName.Next]);
        return ticked ? language.Buttons[ButtonName.Next] : message.Buttons.First(b => asked.Many ? b.Label.EndsWith(label, StringComparison.Ordinal) : b.Label == label).Label;
    }
}
