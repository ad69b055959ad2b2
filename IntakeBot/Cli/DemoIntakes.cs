using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Cli;

/// <summary>Puts invented intakes into the store of a server that is not running yet, sealed as real ones are.</summary>
internal static class DemoIntakes
{
    public static async Task SeedAsync(Throwaway keys, ArgonProfile codes, TimeProvider time)
    {
        var today = Day.Today(time);
        using var server = ServerKeyFile.Read(Path.Combine(keys.KeysFolder, "server.key"), [])!;
        var questionnaire = QuestionnaireFolder.Read(keys.ConfigFolder).Value!;
        var roster = RosterFolder.Read(keys.ConfigFolder, keys.DataFolder, today).Roster!;
        await using var store = SealedStore.Open(keys.DataFolder, time);
        foreach (var person in DemoPeople.All)
        {
            var form = questionnaire.Forms[person.Form];
            var day = today.Plus(-person.DaysAgo);
            var heading = new Heading
            {
                QuestionnaireHash = QuestionnaireHash.Of(questionnaire.Canonical.Span),
                RosterSerial = roster.Serial,
                Language = (byte)questionnaire.Languages.Index().First(l => l.Item.Tag == person.Language).Index,
                Day = day.Number,
                Burst = person.Oddity switch { "busy" => 1, "flood" => 2, _ => 0 },
            };
            var sealer = new IntakeSealer(server);
            var key = StepKey.Draw();
            var (cold, begun) = sealer.Begin(Locator.Draw(today), key, roster.RecipientsFor(form.Desk, today)!, default, heading, day);
            using var blob = sealer.Open(begun, key, 0, out _)!;
            using var prepared = PreparedCode.Make(server, codes);
            var (hot, mailbox) = person.HasNumber
                ? sealer.GiveCode(begun, blob, default, Said(person, form), prepared, key.Next(), today)
                : (IntakeSealer.Finish(begun, blob, Said(person, form)), Mailbox.Locked(today));
            _ = await store.CommitAsync(new Change().Put(cold, null).Put(person.Oddity == "tampered" ? Spoiled(hot) : hot, null).Put(mailbox, null));
        }
    }

    private static SlotWrite[] Said(DemoPerson person, Form form)
    {
        var said = person.Said.Split(' ').Select(s => s.Split('.')).GroupBy(s => s[0], s => s[1]).ToDictionary(s => s.Key, s => s.ToList());
        if (person.Note is { } note)
        {
            return [.. Said(person with { Note = null }, form).Where(w => w.Slot != Slot.Note), new(Slot.Note, Note.Of(note)!.Encode())];
        }

        return [.. Slot.All.Skip(1).Select(slot => new SlotWrite(slot, AnswerOf(form.Questions.FirstOrDefault(q => q.Slot == slot.Number), said).Encode()))];
    }

    private static Answer AnswerOf(Question? question, Dictionary<string, List<string>> said)
    {
        if (question is null || !said.TryGetValue(question.Id, out var options))
        {
            return new Answer.Empty();
        }

        if (options is ["-"])
        {
            return new Answer.Skipped();
        }

        int[] indices = [.. options.Distinct().Select(o => question.Options.Index().First(i => i.Item.Id == o).Index)];
        return question.Many ? new Answer.Set((ushort)indices.Sum(i => 1 << i)) : new Answer.One((byte)indices[0]);
    }

    /// <summary>As a thief of the disk might leave it: one byte of the slots is another.</summary>
    private static HotRow Spoiled(HotRow row)
    {
        var slots = row.Slots.ToArray();
        slots[slots.Length / 2] ^= 1;
        return new() { Place = row.Place, Version = row.Version, Expires = row.Expires, Door = row.Door, Blob = row.Blob, Slots = slots, Note = row.Note };
    }
}
