using System.Text.Json;

namespace IntakeBot.Core.Questionnaires;

/// <summary>
/// Reads one file of <c>languages</c> and holds it against the outline: nothing missing, nothing too many. One of
/// <c>languages/quiet</c> is read over <paramref name="beneath"/>, its plain language: what the file does not say stands as there.
/// </summary>
internal sealed class LanguageReader(Outline outline, FlagNames flags, Findings findings, Language? beneath = null)
{
    private static readonly string[] Plain = ["language", "name", "draft", "reviewed_by", "screens", "buttons", "questions", "kept"];
    private static readonly string[] Quiet = [.. Plain.Where(key => key != "name")];

    /// <summary>What stands above a screen, or beside others.</summary>
    private static readonly ScreenName[] Lines =
    [
        ScreenName.Language, ScreenName.ButtonsOnly, ScreenName.Later, ScreenName.NoteRefused, ScreenName.NoteTooLong, ScreenName.CodeWrong,
        ScreenName.CodeMistyped, ScreenName.CodeLater, ScreenName.CodeChanged, ScreenName.Told,
    ];

    private readonly WordingReader _wordings = new(flags, findings);

    /// <summary>Returns null only where the file is no mapping; what is missing or wrong is reported.</summary>
    public Language? Read(Node? root, string tag)
    {
        var fields = Fields.Of(root, "this file", findings, beneath is null ? Plain : Quiet);
        if (fields is null)
        {
            return null;
        }

        if (fields.Need("language")?.AsText("language", findings) is { } named && named.Value != tag)
        {
            findings.Add(named.Line, $"language {named} must be \"{tag}\", as in the file's name");
        }

        var (questions, options) = Questions(Take(fields, "questions"));
        var language = new Language
        {
            Tag = tag,
            Name = beneath?.Name ?? PersonText.Label(fields.Need("name"), "name", findings),
            Draft = Draft(fields, out var reviewers),
            ReviewedBy = reviewers,
            Screens = Named(
                Take(fields, "screens"),
                "screens",
                beneath?.Screens,
                (name, node, what) => Lines.Contains(name)
                    ? PersonText.Line(node, what, findings)
                    : PersonText.Screen(name, node, what, findings)),
            Buttons = Named(
                Take(fields, "buttons"), "buttons", beneath?.Buttons, (_, node, what) => PersonText.Label(node, what, findings)),
            Questions = questions,
            Options = options,
            Kept = Named(Take(fields, "kept"), "kept", beneath?.Kept, (name, node, what) => PersonText.Kept(name, node, what, findings)),
        };
        NamedButtons.Check(root, [.. language.Buttons.Values], findings);
        return language;
    }

    /// <summary>What a plain file must have and a quiet one may.</summary>
    private Node? Take(Fields? fields, string key) => beneath is null ? fields?.Need(key) : fields?.Find(key);

    private bool Draft(Fields fields, out IReadOnlyList<string> reviewers)
    {
        var draft = fields.Need("draft")?.AsBool("draft", findings) ?? true;
        var list = fields.Need("reviewed_by");
        var names = list is Node.List { Items: [] } ? [] : list?.AsList("reviewed_by", findings)?.Items ?? [];
        reviewers = [.. names.Select(n => n.AsText("reviewed_by", findings)?.Value).OfType<string>()];
        if (!draft && list is Node.List { Items: [] })
        {
            findings.Add(list.Line, "draft is false, but reviewed_by names nobody: write who signed it off, or \"draft: true\"");
        }

        return draft;
    }

    private Dictionary<T, string> Named<T>(Node? node, string what, IReadOnlyDictionary<T, string>? plain, Func<T, Node?, string, string> read)
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().ToDictionary(n => n, n => JsonNamingPolicy.SnakeCaseLower.ConvertName(n.ToString()));
        var fields = Fields.Of(node, what, findings, [.. names.Values]);
        return names.ToDictionary(n => n.Key, n => Or(read(n.Key, Take(fields, n.Value), $"{what}.{n.Value}"), plain?[n.Key]));
    }

    private (Dictionary<string, IReadOnlyList<Wording>>, Dictionary<string, IReadOnlyList<string>>) Questions(Node? node)
    {
        Dictionary<string, IReadOnlyList<Wording>> questions = new(StringComparer.Ordinal);
        Dictionary<string, IReadOnlyList<string>> options = new(StringComparer.Ordinal);
        var fields = outline.KnowsAllQuestions
            ? Fields.Of(node, "questions", findings, [.. outline.Asked.Select(a => a.Question.Id)])
            : Fields.OfAny(node, "questions", findings);
        foreach (var asked in outline.Asked)
        {
            var id = asked.Question.Id;
            var question = Fields.Of(Take(fields, id), $"questions.{id}", findings, "text", "options");
            var text = Take(question, "text");
            questions[id] = text is null && beneath is not null
                ? beneath.Questions[id]
                : _wordings.Read(text, $"questions.{id}.text", asked.Reach);
            options[id] = Options(Take(question, "options"), $"questions.{id}.options", asked);
        }

        return (questions, options);
    }

    private List<string> Options(Node? node, string what, Asked asked)
    {
        string[] ids = [.. asked.Question.Options.Select(o => o.Id).Where(id => id.Length > 0).Distinct()];
        var fields = asked.KnowsAllOptions ? Fields.Of(node, what, findings, ids) : Fields.OfAny(node, what, findings);
        List<string> labels = [];
        foreach (var id in ids)
        {
            var label = Or(PersonText.Label(Take(fields, id), $"{what}.{id}", findings), beneath?.Options[asked.Question.Id][labels.Count]);
            if (fields is not null && label.Length > 0 && labels.Contains(label))
            {
                findings.Add((fields.Find(id) ?? node!).Line, $"{what}.{id} reads like another answer of this question: give each its own words");
            }

            labels.Add(label);
        }

        return labels;
    }

    private static string Or(string own, string? plain) => own.Length > 0 ? own : plain ?? "";
}
