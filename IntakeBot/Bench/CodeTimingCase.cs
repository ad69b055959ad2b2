using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Bench;

/// <summary>A mailbox as Done makes it, without the store.</summary>
internal static class CodeTimingCase
{
    public static Mailbox Mailbox(ServerKey server, PreparedCode prepared, Day today)
    {
        var sealer = new IntakeSealer(server);
        var key = StepKey.Draw();
        var heading = new Heading { QuestionnaireHash = new byte[Heading.HashSize], RosterSerial = 1, Language = 0, Day = today.Number, Burst = 0 };
        var walk = new Walk { Form = 0, Language = 0, Stage = Stage.Finish, Commits = 1, ToAsk = 0, Flags = 0, Toggles = 0 };
        var (_, hot) = sealer.Begin(Locator.Draw(today), key, new Recipients(0, 1, [RecipientKey.ThrowAway(), null, null, null]), walk, heading, today);
        using var blob = sealer.Open(hot, key, maxSteps: 0, out _) ?? throw new InvalidOperationException("It was just sealed.");
        return sealer.GiveCode(hot, blob, walk, [], prepared, key.Next(), today).Mailbox;
    }
}
