namespace IntakeBot.Core.Questionnaires;

/// <summary>Reads <c>questionnaire.yaml</c>.</summary>
internal sealed class OutlineReader(FlagNames flags, Findings findings)
{
    public const int MostLanguages = 16;

    public Outline Read(Node? root)
    {
        var fields = Fields.Of(root, "this file", findings, "format", "languages", "forms");
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
        return new()
        {
            Languages = languages,
            Forms = forms,
            Asked = reader.Asked,
            KnowsAllQuestions = nodes is not null && reader.KnowsAllQuestions,
        };
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
