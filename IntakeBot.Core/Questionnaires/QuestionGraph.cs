namespace IntakeBot.Core.Questionnaires;

/// <summary>The questions of every form as Mermaid text: which follows which, and when.</summary>
public static class QuestionGraph
{
    public static string Of(Questionnaire questionnaire)
    {
        List<string> lines = ["flowchart TD"];
        foreach (var form in questionnaire.Forms)
        {
            lines.AddRange([$"\tsubgraph {form.Id} [\"{form.Id}, for {form.Desk}\"]", .. Lines(form).Select(l => $"\t\t{l}"), "\tend"]);
        }

        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Lines(Form form)
    {
        foreach (var question in form.Questions)
        {
            var any = question.Many ? ", any" : "";
            yield return $"{Node(form, question)}[\"S{question.Slot:00} {question.Id}{any}\"]";
        }

        yield return $"{form.Id}.finish([finish])";
        List<string> open = [];
        foreach (var question in form.Questions)
        {
            var when = question.When is { } condition ? $"|\"{Words(form, condition)}\"| " : "";
            foreach (var before in open)
            {
                yield return $"{before} --> {when}{Node(form, question)}";
            }

            open = question.When is null ? [] : open;
            open.Add(Node(form, question));
            foreach (var danger in question.Options.Where(o => o.Danger))
            {
                yield return $"{Node(form, question)} -. {danger.Id} .-> {form.Id}.danger_screen([danger])";
            }
        }

        foreach (var before in open)
        {
            yield return $"{before} --> {form.Id}.finish";
        }
    }

    private static string Node(Form form, Question question) => $"{form.Id}.{question.Id}";

    /// <summary>A flag is told by the answers that raise it.</summary>
    private static string Words(Form form, Condition condition) =>
        string.Join(" and ", [.. Bits(condition.All).Select(f => Raisers(form, f)), .. Bits(condition.None).Select(f => $"not {Raisers(form, f)}")]);

    private static IEnumerable<Flags> Bits(Flags flags) =>
        Enumerable.Range(0, 32).Select(bit => new Flags(1u << bit)).Where(flags.Has);

    private static string Raisers(Form form, Flags flag)
    {
        string[] options = [.. form.Questions.SelectMany(q => q.Options.Where(o => o.Raises.Has(flag)).Select(o => $"{q.Id}.{o.Id}"))];
        return options.Length == 1 ? options[0] : $"({string.Join(" or ", options)})";
    }
}
