using IntakeBot.Phone;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

/// <summary>The parts that many journeys have in common.</summary>
internal static class Walks
{
    /// <summary>From the first screen to S01.</summary>
    public static readonly string[] Gate = ["English", "Yes, I am alone", "Only on this one", "Go on", "I understand, start"];

    /// <summary>Writes her number down, presses its last group, and gives it as she would type it.</summary>
    public static async Task<string> TakeCodeAsync(this PhonePerson person)
    {
        static string? CodeOf(PhoneMessage message) => message.Text.Split('\n').FirstOrDefault(line => line.Count(char.IsAsciiDigit) == 20);

        var screen = await person.WaitForAsync(s => s.Count > 0 && CodeOf(s[^1]) is not null, Taps.Patience);
        var code = CodeOf(screen)!;
        await person.TapAsync(code[^4..]);
        return code;
    }

    /// <summary>Skips what is still to be asked, presses Done and takes her number.</summary>
    public static async Task<string> SkipTheRestAsync(this PhonePerson person, string skip = "Skip", string done = "Done")
    {
        while ((await person.WaitForAsync(s => s.Count > 0 && (s[^1].HasButton(skip) || s[^1].HasButton(done)), Taps.Patience)).HasButton(skip))
        {
            await person.TapAsync(skip);
        }

        await person.TapAsync(done);
        return await person.TakeCodeAsync();
    }

    /// <summary>What staff read where these questions were answered so, and every other one that was asked was skipped.</summary>
    public static Dictionary<string, string> Answers(params (string Question, string Answer)[] given)
    {
        var answers = ShippedQuestionnaire.Value.Main.Questions.ToDictionary(q => q.Id, _ => "skipped");
        foreach (var (question, answer) in given)
        {
            answers[question] = answer;
        }

        var child = answers["who"] is "me_and_child" or "child_alone" && answers["danger"] != "today";
        string[] notAsked = [.. answers["who"] == "child_alone" ? ["age"] : Array.Empty<string>(), .. child ? [] : new[] { "child_reg", "child_school" }];
        foreach (var question in notAsked)
        {
            answers[question] = "";
        }

        return answers;
    }
}
