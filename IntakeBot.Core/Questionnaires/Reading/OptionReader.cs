namespace IntakeBot.Core.Questionnaires;

/// <summary>Reads the options of one question: each its id, or a mapping where there is more to say.</summary>
internal sealed class OptionReader(FlagNames flags, Findings findings)
{
    private readonly UniqueIds _ids = new("option id", findings);

    /// <summary>An id that could not be read is empty.</summary>
    public Option Read(Node node, bool many)
    {
        if (node is Node.Text)
        {
            return new() { Id = _ids.Take(node) ?? "", Raises = Flags.None, Danger = false };
        }

        var fields = Fields.Of(node, "an option", findings, "id", "raises", "danger", "alone", "level");
        var option = new Option
        {
            Id = _ids.Take(fields?.Need("id")) ?? "",
            Raises = Raises(fields?.Find("raises")),
            Danger = fields?.Find("danger")?.AsBool("danger", findings) ?? false,
            Alone = fields?.Find("alone")?.AsBool("alone", findings) ?? false,
            Level = LevelReader.Read(fields?.Find("level"), findings),
        };
        if (!many && option.Alone)
        {
            findings.Add(
                fields!.Find("alone")!.Line,
                "alone says nothing in a question of \"choose: one\", where every answer stands alone: remove it");
        }

        if (many && option.Danger)
        {
            findings.Add(
                fields!.Find("danger")!.Line,
                "danger cannot stand in a question of \"choose: any\": ask with \"choose: one\"");
        }

        return option;
    }

    private Flags Raises(Node? node)
    {
        var nodes = node is null or Node.Text ? node is null ? [] : [node] : node.AsList("raises", findings)?.Items ?? [];
        var raised = Flags.None;
        foreach (var each in nodes)
        {
            var flag = flags.Raise(each);
            if (flag != Flags.None && raised.Has(flag))
            {
                findings.Add(each.Line, "this option raises the same flag twice: keep one");
            }

            raised = raised.With(flag);
        }

        return raised;
    }
}
