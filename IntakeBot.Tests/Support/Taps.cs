using IntakeBot.Phone;

namespace IntakeBot.Tests.Support;

/// <summary>A person's thumb: waits for a button to be on the screen and presses it.</summary>
internal static class Taps
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Presses each label in turn, each after it has appeared and nothing turns any more.</summary>
    public static async Task TapAsync(this PhonePerson person, params IEnumerable<string> labels)
    {
        foreach (var label in labels)
        {
            await person.SeeAsync(label);
            person.Press(label);
            await person.WaitForScreenAsync(_ => person.Spinners.Count == 0, Patience);
        }
    }

    /// <summary>Waits until the newest message has this button or says these words.</summary>
    public static Task<PhoneMessage> SeeAsync(this PhonePerson person, string words) =>
        person.WaitForAsync(screen => screen.Count > 0 && Shows(screen[^1], words), Patience);

    public static bool Shows(PhoneMessage message, string words) =>
        message.Text.Contains(words, StringComparison.Ordinal) || message.HasButton(words);
}
