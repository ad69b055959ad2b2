using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Intakes;

/// <summary>The slots of one intake as they were opened, by the shipped questionnaire; written as answers: "danger.today made.body".</summary>
internal sealed class Told
{
    /// <summary>Opens as no answer and no addition.</summary>
    public static readonly byte[] Unreadable = [99];

    public static readonly byte[] OtherHash = new byte[Heading.HashSize];

    private static readonly byte[] Hash = QuestionnaireHash.Of(ShippedQuestionnaire.Value.Canonical.Span);

    private readonly Dictionary<Slot, byte[]?> _slots = Slot.All.ToDictionary(s => s, _ => (byte[]?)new Answer.Empty().Encode());

    public Told(string answers = "", Form? form = null, bool otherQuestionnaire = false)
    {
        Form = form ?? ShippedQuestionnaire.Value.Main;
        _slots[Slot.Heading] = new Heading
        {
            QuestionnaireHash = otherQuestionnaire ? OtherHash : Hash,
            RosterSerial = 1,
            Language = 0,
            Day = 20_000,
            Burst = 0,
        }.Encode();
        foreach (var said in answers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => a.Split('.')).GroupBy(a => a[0], a => a[1]))
        {
            var question = Form.Questions.Single(q => q.Id == said.Key);
            int[] options = [.. said.Select(o => question.Options.Index().Single(i => i.Item.Id == o).Index)];
            _slots[Slot.Question(question.Slot)] = question.Many
                ? new Answer.Set((ushort)options.Sum(o => 1 << o)).Encode() : new Answer.One((byte)options.Single()).Encode();
        }
    }

    public Form Form { get; }

    /// <summary>What staff read it by.</summary>
    public Questionnaire Questionnaire { get; init; } = ShippedQuestionnaire.Value;

    public IntakeReading Reading => IntakeReading.Of(_slots, Questionnaire, Form, Hash);

    public Triage Triage => Triage.Of(Reading, Questionnaire, Form);

    public IReadOnlyList<CaseMark> Marks => CaseMarks.Of(Reading, Form);

    /// <summary>While the hotline was so busy.</summary>
    public Told Begun(byte burst) => With(Slot.Heading, (Heading.Decode(_slots[Slot.Heading]!)! with { Burst = burst }).Encode());

    /// <summary>The same, with that in a slot; null: it did not open.</summary>
    public Told With(Slot slot, byte[]? payload)
    {
        var told = new Told(form: Form) { Questionnaire = Questionnaire };
        foreach (var (each, bytes) in _slots)
        {
            told._slots[each] = each == slot ? payload : bytes;
        }

        return told;
    }

    /// <summary>Answered again later: "danger.days".</summary>
    public Told Later(string answer, bool otherQuestionnaire = false)
    {
        var (number, question) = ShippedQuestionnaire.Value.Later.Index().Single(q => q.Item.Id == answer.Split('.')[0]);
        var option = question.Options.Index().Single(o => o.Item.Id == answer.Split('.')[1]).Index;
        return With(Slot.Reserved[1 + number], Addition(option, otherQuestionnaire));
    }

    public static byte[] Addition(int option, bool otherQuestionnaire = false) =>
        new Addition { Option = (byte)option, Day = 20_001, QuestionnaireHash = otherQuestionnaire ? OtherHash : Hash }.Encode();

    /// <summary>With nothing but what these slots hold, and the heading.</summary>
    public Told Only(params Slot[] slots)
    {
        var told = new Told(form: Form) { Questionnaire = Questionnaire };
        foreach (var slot in slots.Append(Slot.Heading))
        {
            told._slots[slot] = _slots[slot];
        }

        return told;
    }
}
