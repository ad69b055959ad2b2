namespace IntakeBot.Core.Questionnaires;

/// <summary>Reads <c>questionnaire.yaml</c>.</summary>
internal sealed class OutlineReader(FlagNames flags, Findings findings)
{
    public const int MostLanguages = 16;

    /// <summary>A person comes to the first, a complaint to the second.</summary>
    private const int MostForms = 2;

    /// <summary>R2 and R3; R1 is for what she answers to replies.</summary>
    private const int MostLater = 2;

    public Outline Read(Node? root)
    {
        var fields = Fields.Of(root, "this file", findings, "format", "languages", "forms", "later");
        if (fields is null)
        {
            return Outline.Unknown;
        }

        if (fields.Need("format")?.AsText("format", findings) is { Value: not "1" } format)
        {
            findings.Add(format.Line, $"format {format} is not known: this program reads format 1");
        }

        var languages = Languages(fields.Need("languages"));
        var nodes = fields.Need("forms")?.AsList("forms", findings)?.Items;
        var reader = new FormReader(flags, findings);
        List<Form> forms = [.. (nodes ?? []).Select(reader.Read)];
        if (nodes?.Count > MostForms)
        {
            findings.Add(nodes[MostForms].Line, $"{nodes.Count} forms are too many: the first is what everybody is asked, the second the complaint door, and nothing leads to another");
        }
        return new()
        {
            Languages = languages,
            Forms = forms,
            Later = Later(fields.Find("later"), forms.FirstOrDefault()),
            Asked = reader.Asked,
            KnowsAllQuestions = nodes is not null && reader.KnowsAllQuestions,
        };
    }

    private List<Question> Later(Node? node, Form? main)
    {
        var nodes = node?.AsList("later", findings)?.Items ?? [];
        if (nodes.Count > MostLater)
        {
            findings.Add(node!.Line, $"{nodes.Count} questions are too many for later: R2 and R3 take {MostLater}");
        }

        List<Question> later = [];
        var ids = new UniqueIds("question of later", findings);
        foreach (var each in nodes)
        {
            if (ids.Take(each) is not { } id)
            {
                continue;
            }

            if (main?.Questions.FirstOrDefault(q => q.Id == id) is { Many: false, When: null } question)
            {
                later.Add(question);
            }
            else
            {
                findings.Add(each.Line, $"later \"{id}\" must be a question of the first form with one answer and no \"when\": what she said before is not known then");
            }
        }

        return later;
    }

    private List<(string Tag, int Line)>? Languages(Node? node)
    {
        if (node?.AsList("languages", findings) is not { } list)
        {
            return null;
        }

        if (list.Items.Count > MostLanguages)
        {
            findings.Add(list.Line, $"{list.Items.Count} languages are too many: a button has room for {MostLanguages}");
        }

        var ids = new UniqueIds("language", findings);
        List<(string, int)> tags = [];
        foreach (var item in list.Items)
        {
            if (ids.TakeLanguage(item) is { } tag)
            {
                tags.Add((tag, item.Line));
            }
        }

        return tags;
    }
}
