using System.Globalization;

namespace IntakeBot.Core.Questionnaires;

internal sealed class QuestionReader(FlagNames flags, Findings findings)
{
    public const int MaxSlot = 15;
    public const int MaxOptions = 6;

    private readonly UniqueIds _ids = new("question id", findings);
    private readonly ConditionReader _conditions = new(flags, findings);

    /// <summary>Returns null where not even its id could be read.</summary>
    public Asked? Read(Node node, Reach reach, ref int lastSlot)
    {
        var fields = Fields.Of(node, "a question", findings, "id", "slot", "when", "choose", "options");
        if (fields is null)
        {
            return null;
        }

        var id = _ids.Take(fields.Need("id"));
        if (id is not null)
        {
            ForbiddenFields.CheckId(id, fields.Find("id")!.Line, findings);
        }

        var slot = Slot(fields.Need("slot"), ref lastSlot);
        var when = _conditions.Read(fields.Find("when"), reach);
        var many = Many(fields.Find("choose"));
        var options = Options(fields.Need("options"), many, out var knowsAll);
        if (id is null)
        {
            return null;
        }

        var question = new Question { Id = id, Slot = slot, Many = many, When = when, Options = options };
        return new(question, reach.Where(when)) { KnowsAllOptions = knowsAll };
    }

    private int Slot(Node? node, ref int last)
    {
        if (node?.AsText("slot", findings) is not { } text)
        {
            return 0;
        }

        if (text.Value is not ['S', >= '0' and <= '1', >= '0' and <= '9']
            || int.Parse(text.Value[1..], CultureInfo.InvariantCulture) is not (>= 1 and <= MaxSlot and var slot))
        {
            findings.Add(text.Line, $"slot {text} must be one of S01 to S{MaxSlot}");
            return 0;
        }

        if (slot <= last)
        {
            findings.Add(text.Line, $"slot {text} must be higher than S{last:00}, the one before it in this form");
        }

        return last = slot;
    }

    private bool Many(Node? node)
    {
        if (node is null || node.AsText("choose", findings) is not { } text)
        {
            return false;
        }

        if (text.Value is not ("one" or "any"))
        {
            findings.Add(text.Line, $"choose {text} must be one or any");
        }

        return text.Value == "any";
    }

    private List<Option> Options(Node? node, bool many, out bool knowsAll)
    {
        var nodes = node?.AsList("options", findings)?.Items ?? [];
        if (nodes.Count > MaxOptions)
        {
            findings.Add(node!.Line, $"{nodes.Count} options are too many: a question has 1 to {MaxOptions}");
        }

        var reader = new OptionReader(flags, findings);
        var options = nodes.Select(n => reader.Read(n, many)).ToList();
        if (many && options.Count > 0 && options.TrueForAll(o => o.Alone))
        {
            findings.Add(node!.Line, "every option is alone, so only one can be chosen: ask with \"choose: one\", without alone");
        }

        knowsAll = options.Count > 0 && options.TrueForAll(o => o.Id.Length > 0);
        return options;
    }
}
