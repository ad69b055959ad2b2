using IntakeBot.Cli;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Desk;

/// <summary>Many intakes that say the same, without a number, sealed as those of real people are.</summary>
internal static class SealedCrowd
{
    /// <summary><paramref name="said"/>: question.option with blanks between.</summary>
    public static async Task SealAsync(Throwaway keys, TimeProvider time, int count, string day, string language, string said)
    {
        var (today, came) = (Day.Today(time), Day.Parse(day)!.Value);
        using var server = ServerKeyFile.Read(Path.Combine(keys.KeysFolder, "server.key"), [])!;
        var questionnaire = QuestionnaireFolder.Read(keys.ConfigFolder).Value!;
        var roster = RosterFolder.Read(keys.ConfigFolder, keys.DataFolder, today).Roster!;
        var heading = new Heading
        {
            QuestionnaireHash = QuestionnaireHash.Of(questionnaire.Canonical.Span),
            RosterSerial = roster.Serial,
            Language = (byte)questionnaire.Languages.Index().First(l => l.Item.Tag == language).Index,
            Day = came.Number,
            Burst = 0,
        };
        SlotWrite[] writes = [.. Slot.All.Skip(1).Select(slot => new SlotWrite(slot, AnswerOf(questionnaire.Main.Questions.FirstOrDefault(q => q.Slot == slot.Number), said).Encode()))];
        var sealer = new IntakeSealer(server);
        await using var store = SealedStore.Open(keys.DataFolder, time);
        for (var i = 0; i < count; i++)
        {
            var key = StepKey.Draw();
            var (cold, begun) = sealer.Begin(Locator.Draw(today), key, roster.RecipientsFor(questionnaire.Main.Desk, today)!, default, heading, came);
            using var blob = sealer.Open(begun, key, 0, out _)!;
            Assert.True(await store.CommitAsync(new Change().Put(cold, null).Put(IntakeSealer.Finish(begun, blob, writes), null).Put(Mailbox.Locked(today), null)));
        }
    }

    private static Answer AnswerOf(Question? question, string said)
    {
        int[] options = [.. (question?.Options ?? []).Index().Where(o => said.Split(' ').Contains($"{question!.Id}.{o.Item.Id}")).Select(o => o.Index)];
        return options is [] ? new Answer.Empty() : question!.Many ? new Answer.Set((ushort)options.Sum(o => 1 << o)) : new Answer.One((byte)options[0]);
    }
}
