using CsCheck;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Intakes;

/// <summary>
/// Whatever was said, skipped or spoiled, by the shipped questionnaire: the level is the maximum over its parts, where a part is what at most
/// two slots say (no rule has more). So nothing that is missing lowers it, and nothing that is said.
/// </summary>
public sealed class TriageLawTests
{
    private static readonly Slot[] Slots = [.. Slot.All.Where(s => s.Number is (>= 1 and <= 15) or 18 or 19)];

    private static readonly Gen<Told> Readings = Gen.Select(Gen.Bool, Gen.Bool, Gen.Int[0, 63].Array[Slots.Length], Gen.Int[0, 29].Array[Slots.Length])
        .Select((complaint, spoiled, picks, fates) => Make(complaint ? ShippedQuestionnaire.Value.Complaint! : ShippedQuestionnaire.Value.Main, spoiled, picks, fates));

    private static readonly Gen<Slot> AnySlot = Gen.Int[0, Slots.Length - 1].Select(i => Slots[i]);

    [Fact]
    public void The_level_is_the_maximum_over_the_parts() => Readings.Sample(
        told => told.Triage.Level == Slots.SelectMany(a => Slots.Select(b => told.Only(a, b).Triage.Level)).Max(),
        iter: 200);

    [Fact]
    public void An_answer_that_is_taken_away_takes_its_own_reasons_and_no_other() => Gen.Select(Readings, AnySlot).Sample(
        (told, slot) =>
        {
            var before = Shown(told.Triage);
            return Lacks().All(payload =>
            {
                var after = Shown(told.With(slot, payload).Triage);
                return after.IsSubsetOf(before) && before.Except(after).All(r => QuestionOf(told, slot) is { } id && r.Contains($" {id}.", StringComparison.Ordinal));
            });
        },
        iter: 1000);

    [Fact]
    public void An_answer_never_lowers_the_level() => Gen.Select(Readings, AnySlot).Sample(
        (told, slot) => Lacks().All(payload => told.With(slot, payload).Triage.Level <= told.Triage.Level),
        iter: 1000);

    [Fact]
    public void A_skipped_answer_counts_as_one_that_was_never_asked() => Gen.Select(Readings, AnySlot.Where(s => s.Number <= 15)).Sample(
        (told, slot) => Whole(told.With(slot, new Answer.Empty().Encode()).Triage) == Whole(told.With(slot, new Answer.Skipped().Encode()).Triage),
        iter: 1000);

    [Fact]
    public void Who_spoils_a_slot_makes_nothing_less_urgent_or_safer() => Gen.Select(Readings, AnySlot, Gen.Bool).Sample(
        (told, slot, heading) => ((byte[]?[])[null, Told.Unreadable]).All(payload =>
        {
            var (before, after) = (told.Triage, told.With(heading ? Slot.Heading : slot, payload).Triage);
            return after.MayBe >= before.MayBe && after.MayBe >= before.Level && (after.NeutralOnly || !before.NeutralOnly)
                && (after.Level == before.Level || after.Unread.Contains(heading ? Slot.Heading : slot));
        }),
        iter: 1000);

    [Fact]
    public void Where_all_can_be_read_it_is_what_it_may_be() => Readings.Sample(
        told => told.Triage.MayBe >= told.Triage.Level && (told.Triage.Unread.Count > 0 || told.Triage.MayBe == told.Triage.Level),
        iter: 1000);

    private static byte[]?[] Lacks() => [new Answer.Empty().Encode(), Told.Unreadable, null];

    private static string? QuestionOf(Told told, Slot slot) => slot.Number > 15
        ? ShippedQuestionnaire.Value.Later[slot.Number - 18].Id : told.Form.Questions.FirstOrDefault(q => q.Slot == slot.Number)?.Id;

    private static HashSet<string> Shown(Triage triage) => [.. triage.Reasons.Select(r => $"{r.Level} {string.Join(' ', r.Answers)}")];

    private static string Whole(Triage triage) =>
        $"{triage.Level} {triage.MayBe} {triage.NeutralOnly} {string.Join(',', triage.Unread)} {string.Join(',', Shown(triage).Order())}";

    /// <summary>Each slot is said, empty or skipped; some are spoiled where that is asked for.</summary>
    private static Told Make(Form form, bool spoiled, int[] picks, int[] fates)
    {
        var told = new Told(form: form);
        foreach (var (index, slot) in Slots.Index())
        {
            var pick = picks[index];
            var options = slot.Number > 15
                ? ShippedQuestionnaire.Value.Later[slot.Number - 18].Options : form.Questions.FirstOrDefault(q => q.Slot == slot.Number)?.Options;
            byte[]? payload = fates[index] switch
            {
                0 when spoiled => null,
                1 when spoiled => Told.Unreadable,
                2 when spoiled && slot.Number > 15 => Told.Addition(pick, otherQuestionnaire: true),
                < 20 => new Answer.Empty().Encode(),
                _ when options is null => new Answer.Empty().Encode(),
                _ when slot.Number > 15 => Told.Addition(pick % options.Count),
                20 => new Answer.Skipped().Encode(),
                _ when form.Questions.First(q => q.Slot == slot.Number).Many => new Answer.Set((ushort)(pick % (1 << options.Count))).Encode(),
                _ => new Answer.One((byte)(pick % options.Count)).Encode(),
            };
            told = told.With(slot, payload);
        }

        return told;
    }
}
