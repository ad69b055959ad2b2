namespace IntakeBot.Core.Questionnaires;

/// <summary>Reads the forms one after the other, and remembers what the language files must say.</summary>
internal sealed class FormReader(FlagNames flags, Findings findings)
{
    private readonly UniqueIds _formIds = new("form id", findings);

    /// <summary>S00 names no form: an intake's desk tells which one it was, so a desk has one.</summary>
    private readonly UniqueIds _desks = new("desk", findings);

    private readonly QuestionReader _questions = new(flags, findings);
    private readonly Dictionary<string, Asked> _asked = new(StringComparer.Ordinal);

    public IReadOnlyList<Asked> Asked => [.. _asked.Values];

    public bool KnowsAllQuestions { get; private set; } = true;

    public Form Read(Node node)
    {
        var fields = Fields.Of(node, "a form", findings, "id", "desk", "note", "level", "questions", "triage", "safe_times");
        var id = _formIds.Take(fields?.Need("id"));
        var desk = _desks.Take(fields?.Need("desk"));
        var note = fields?.Find("note")?.AsBool("note", findings) ?? false;
        var nodes = fields?.Need("questions")?.AsList("questions", findings)?.Items;
        var level = LevelReader.Read(fields?.Find("level"), findings);
        var knowsAll = nodes is not null;

        var reach = Reach.Start;
        var lastSlot = 0;
        var knowsAllOptions = true;
        List<Question> questions = [];
        foreach (var each in nodes ?? [])
        {
            if (_questions.Read(each, reach, ref lastSlot) is not { } asked)
            {
                knowsAll = false;
                continue;
            }

            knowsAllOptions &= asked.KnowsAllOptions;
            _asked.TryAdd(asked.Question.Id, asked);
            questions.Add(asked.Question);
            reach = reach.After(asked.Question);
        }

        KnowsAllQuestions &= knowsAll;
        var triage = new TriageReader(new(questions, knowsAll && knowsAllOptions, findings), level, findings);
        return new()
        {
            Id = id ?? "",
            Desk = desk ?? "",
            TakesNote = note,
            Questions = questions,
            Level = level,
            Triage = triage.Rules(fields?.Find("triage")),
            SafeTimes = triage.SafeTimes(fields?.Find("safe_times")),
        };
    }
}
