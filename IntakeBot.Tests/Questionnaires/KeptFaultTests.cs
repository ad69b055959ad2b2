namespace IntakeBot.Tests.Questionnaires;

/// <summary>No line about what is kept has a number of its own, and no other text has a place for a setting.</summary>
public sealed class KeptFaultTests
{
    [Theory]
    [InlineData("  read: Read\n", "", "\"read\" is missing in kept: add it")]
    [InlineData("read: Read", "read: Read\n  seen: x", "unknown key \"seen\" in kept: known here are title, sealed_answers,")]
    [InlineData("\"{days} days\"", "a month", "kept.last_day must have {days} once: what stands there is put in")]
    [InlineData("{days} days", "{days} days or {days}", "kept.last_day must have {days} once")]
    [InlineData("{days} days", "{days} days, 30 at most", "kept.last_day has a number of its own: say it without, or with a placeholder for a setting")]
    [InlineData("read: Read", "read: Read for ３０ days", "kept.read has a number of its own")]
    [InlineData("read: Read", "read: \"{days}\"", "kept.read has \"{days}\", for which nothing is put in here: remove it")]
    [InlineData("By {name}", "By {nmae}", "kept.run_by has \"{nmae}\", for which nothing is put in here: remove it")]
    [InlineData("By {name}", "By {name", "kept.run_by must have {name} once")]
    [InlineData("safe: Alone?", "safe: Alone for {days} days?", "screens.safe has \"{days}\", for which nothing is put in here: remove it")]
    [InlineData("Words: {phrase}", "Words", "screens.really must have {phrase} once")]
    [InlineData("next: Next", "next: \"Next {days}\"", "buttons.next has \"{days}\"")]
    [InlineData("text: Who?", "text: Who, {name}?", "questions.who.text has \"{name}\"")]
    [InlineData("read: Read", "read: The police", "kept.read says \"police\", which tells at a glance what this is: use a plainer word")]
    [InlineData("read: Read", "read: one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen", "kept.read has a sentence of 15 words")]
    [InlineData("erase: Take away", "erase: Press 《Delete》", "this text names the button 《Delete》, but none has that label")]
    [InlineData("erase: Take away", "erase: Delete it", "kept.erase says \"Delete\", which tells at a glance what this is, and languages/quiet/en.yaml has no other words for it")]
    public void A_fault_is_told(string old, string planted, string expected)
    {
        using var folder = SmallFolder.WithQuiet();
        folder.Plant(SmallFolder.English, old, planted);

        Assert.Contains(expected, folder.Problems(), StringComparison.Ordinal);
    }
}
