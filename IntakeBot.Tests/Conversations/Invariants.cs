using System.Collections.Frozen;
using IntakeBot.Core.Conversations;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Conversations;

/// <summary>
/// I3 to I7 as far as a conversation alone keeps or breaks them; the question is known by the words on the screen. I1 (durable), I2 (no plaintext)
/// and I8 (nothing is sent unasked) are the hotline's and the messenger's: see the journeys of crashes, traces and idle screens.
/// </summary>
internal static class Invariants
{
    private static readonly FrozenDictionary<string, Question>[] Questions =
    [
        .. ShippedQuestionnaire.Value.Forms.Select(form => ShippedQuestionnaire.Value.Languages
            .SelectMany(l => form.Questions.SelectMany(q => l.Questions[q.Id].Select(w => (w.Text, Question: q))))
            .DistinctBy(w => w.Text)
            .ToFrozenDictionary(w => w.Text, w => w.Question)),
    ];

    /// <summary><paramref name="form"/>: number of the form that is asked.</summary>
    public static void Check(Screen before, Said said, Turn turn, int form)
    {
        var asked = before.Step > Gate.Last ? Questions[form].GetValueOrDefault(before.Text) : null;
        Seals(asked, before, said, turn);
        Stands(turn.Screen);
        Assert.True(said is not Said.Press { Command: Command.Hide } || (turn.Deed is Deed.Hide && turn.Screen.Step == Gate.Cover), "I4: Hide works everywhere");
        Assert.True(asked is null || said is not Said.Press { Command: Command.Erase } || turn.Screen.Step == Gate.Erase, "I7: Erase works on every question");
        Assert.True(turn.Deed is not Deed.Erase || before.Step is Gate.Erase or Gate.Mailbox, "I7: Erase takes two presses");
        Assert.True(turn.Deed is not Deed.Erase || On(before).Count == 3, "I7: Erase is asked on a screen of its own");
    }

    private static void Seals(Question? asked, Screen before, Said said, Turn turn)
    {
        Assert.True(turn.Seal.Count <= 1 || turn.Deed is Deed.Finish, "I3: one press changes at most one slot");
        Assert.True(turn.Deed is Deed.Commit or Deed.Finish or Deed.Add || turn.Seal.Count == 0, "I3: what is not committed seals nothing");
        Assert.True(turn.Deed is not Deed.Add || turn.Seal.All(w => Slot.Reserved.Contains(w.Slot)), "I3: who comes back writes what is reserved for her");
        Assert.True(turn.Deed is not Deed.Commit || turn.Seal.All(w => said is Said.Text ? w.Slot == Slot.Note : w.Slot.Number == asked?.Slot), "I3: the slot is that of the question on the screen, or the note's");
        Assert.True(said is not (Said.Start or Said.Other) || turn.Deed is Deed.None, "I3: what is typed stores nothing");
        Assert.True(said is Said.Text or Said.Press { Command: Command.Hide } || IsOnPage(before, said) || IsSaidAgain(before, said) || On(before).Contains(said) || turn.Deed is Deed.None, "I3: what stands on no button does nothing");
        Assert.True(said is not Said.Text || turn.Deed is Deed.None || turn.Seal is [{ Slot.Number: 20 }], "I3: words are sealed only where a note is awaited");
        Assert.True(said is not Said.Text typed || !turn.Screen.Text.Contains(typed.Value, StringComparison.Ordinal), "I3: no screen repeats what was typed");
        var answer = turn.Seal.Count == 1 ? Answer.Decode(turn.Seal[0].Payload.Span) : null;
        Assert.True(asked is null || said != new Said.Press(Command.Skip) || !On(before).Contains(said) || answer is Answer.Skipped, "I5: Skip works on every question");
        var isToday = asked is { Slot: 1 } && said is Said.Choose choose && choose.Option < asked.Options.Count && asked.Options[choose.Option].Danger;
        Assert.True(!isToday || (turn.Deed, answer) == (Deed.Commit, new Answer.One((byte)((Said.Choose)said).Option)), "I6: danger is sealed before the next screen");
    }

    private static void Stands(Screen screen)
    {
        var on = On(screen);
        Assert.True(screen.Step == Gate.Cover || on[0] == new Said.Press(Command.Hide), "I4: Hide stands first");
        Assert.True(!Questions.Any(q => q.ContainsKey(screen.Text)) || on.Contains(new Said.Press(Command.Skip)) || on.Contains(new Said.Press(Command.Next)), "I5: Skip stands on every question, or Next where a box is ticked");
        Assert.True(screen.Step <= Gate.Last || on.Contains(new Said.Press(Command.Erase)), "I7: Erase stands on every screen after consent");
    }

    /// <summary>A box that is pressed into the state it has: the same set is sealed once more.</summary>
    private static bool IsSaidAgain(Screen before, Said said) => said is Said.Toggle toggle && On(before).Contains(toggle with { On = !toggle.On });

    /// <summary>The complaint door is drawn as a page of the menu, and its button means the same on all of them.</summary>
    private static bool IsOnPage(Screen before, Said said) => before.Step == Gate.Menu && said is Said.Press { Command: Command.ComplaintYes };

    private static List<Said> On(Screen screen) => [.. screen.Rows.SelectMany(row => row).Select(b => OptionCode.Read(b.Option)!)];
}
