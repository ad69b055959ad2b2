using System.Globalization;
using System.Text;
using IntakeBot.Core.Conversations;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Tests.Conversations;

/// <summary>docs/steps.md: of each screen what may be said there and does something. All else brings the screen as it stands.</summary>
internal static class StepsPage
{
    private const int Options = 12;

    private static readonly IReadOnlyList<Said> Everything =
    [
        new Said.Start(), new Said.Other(), new Said.Text("Words"), new Said.Text("@her"), new Said.Text(new string('.', Note.MaxBytes + 1)),
        .. Enum.GetValues<Command>().Where(c => c is not Command.None).Select(c => new Said.Press(c)),
        .. Enumerable.Range(0, Options).Select(i => new Said.Choose(i)),
        .. Enumerable.Range(0, Options).SelectMany(i => (Said[])[new Said.Toggle(i, true), new Said.Toggle(i, false)]),
    ];

    public static string Make()
    {
        var page = new StringBuilder($"""
            # Every step

            What each thing that may be said does on each screen, with the shipped questions and a note. Made by a test, which fails when the code does something else; `APPROVE=1` makes it anew.
            What is not in a table brings the screen as it stands and stores nothing: {Everything.Count} things were said on each. The topology is in [conversation.mmd](conversation.mmd).

            - *deed*: what must be durable before the screen is shown ([`Deed`](../IntakeBot.Core/Conversations/Deed.cs)).
            - *sealed*: slots, and what is written into them. *walk*: stage, commits, how many questions are still to ask, flags, ticks.

            """.ReplaceLineEndings("\n"));
        _ = page.Append("\n## The steps before consent and after Done\n\n| step | before consent, or may be | a cover may lead to it before \"safe now?\" | may still become an intake, or is one |\n|---|---|---|---|\n");
        for (var step = Gate.Language; step <= Gate.Last + 1; step++)
        {
            _ = page.Append(CultureInfo.InvariantCulture, $"| {step} | {Yes(Gate.IsEarly(step))} | {Yes(Gate.IsBeforeYes(step))} | {Yes(Gate.LeadsOn(step))} |\n");
        }

        foreach (var at in StepsSituations.All())
        {
            var current = at.Current();
            _ = page.Append(CultureInfo.InvariantCulture, $"\n## {at.Name}: {Name(current.Screen)}\n\n| said | deed | comes | sealed | walk |\n|---|---|---|---|---|\n");
            foreach (var alike in Everything.GroupBy(said => Row(at.Handle(said)), said => Of(said)).Where(g => g.Key != Row(current)))
            {
                _ = page.Append(CultureInfo.InvariantCulture, $"| {string.Join(", ", alike)} | {alike.Key} |\n");
            }
        }

        return page.ToString();
    }

    private static string Yes(bool holds) => holds ? "yes" : "";

    private static string Row(Turn turn) => string.Join(" | ", turn.Deed, Name(turn.Screen), string.Join(", ", turn.Seal.GroupBy(Sealed, w => w.Slot.Number).Select(g => $"{string.Join('+', g)}: {g.Key}")), Of(turn.Walk) + Of(turn.View));

    private static string Sealed(SlotWrite write) => write.Slot == Slot.Note
        ? Note.Decode(write.Payload.Span)?.Text ?? Answered(write)
        : Slot.Reserved.Contains(write.Slot) ? Convert.ToHexStringLower(write.Payload.Span.TrimEnd((byte)0)) : Answered(write);

    private static string Answered(SlotWrite write) => Answer.Decode(write.Payload.Span) switch
    {
        Answer.One one => $"option {one.Option}",
        Answer.Set set => $"set {set.Options:b}",
        Answer.Skipped => "skipped",
        Answer.Empty => "empty",
        _ => "?",
    };

    private static string Of(Said said) => said switch
    {
        Said.Press press => press.Command.ToString(),
        Said.Choose choose => $"option {choose.Option}",
        Said.Toggle toggle => $"{(toggle.On ? "tick" : "untick")} {toggle.Option}",
        Said.Text text => text.Value.Length > Note.MaxBytes ? "too many words" : $"\"{text.Value}\"",
        _ => said.GetType().Name,
    };

    private static string Of(Walk? walk) => walk is not { } w ? "" : string.Create(
        CultureInfo.InvariantCulture, $"{w.Stage} {w.Commits}, {System.Numerics.BitOperations.PopCount(w.ToAsk)} to ask, {w.Flags:x}, {w.Toggles:b}{(w.Form == 0 ? "" : $", form {w.Form}")}");

    private static string Of(VisitView? view) => view is null ? "" : string.Create(
        CultureInfo.InvariantCulture, $"{view.Page} {view.Question}{(view.Reply is null ? "" : ", reply")}{(view.Code is null ? "" : ", code")}{(view.Answered is { } a ? $", {a.Answers[0].Answer} {a.Day}" : "")}");

    /// <summary>Step and language; the names of its words; how many buttons of how many rows.</summary>
    private static string Name(Screen screen)
    {
        var language = StepsSituations.Asked.Languages[screen.Language];
        var known = language.Screens.Select(s => (s.Value, Name: $"{s.Key}"))
            .Concat(language.Questions.SelectMany(q => q.Value.Select((w, i) => (w.Text, Name: i == 0 ? q.Key : $"{q.Key} {i}"))))
            .DistinctBy(w => w.Item1).ToDictionary(w => w.Item1, w => w.Name);
        var text = screen.Text;
        var line = known.FirstOrDefault(k => text.StartsWith($"{k.Key}\n\n", StringComparison.Ordinal) && !known.ContainsKey(text));
        var rest = line.Key is null ? text : text[(line.Key.Length + 2)..];
        var named = known.GetValueOrDefault(rest)
            ?? known.FirstOrDefault(k => k.Key.Contains('{', StringComparison.Ordinal) && rest.StartsWith(k.Key[..k.Key.IndexOf('{', StringComparison.Ordinal)], StringComparison.Ordinal)).Value
            ?? $"\"{rest.Split('\n')[0]}\"";
        return $"{(line.Key is null ? "" : $"{line.Value} above ")}{named}{(screen.Language == 0 ? "" : $" in {language.Tag}")} ({screen.Step}; {screen.Rows.Sum(r => r.Count)}/{screen.Rows.Count}{(screen.AwaitsNote ? "; note" : "")})";
    }
}
