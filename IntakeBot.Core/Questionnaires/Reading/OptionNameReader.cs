namespace IntakeBot.Core.Questionnaires;

/// <summary>Reads lists of <c>question.option</c>, each of which must be there in the form.</summary>
internal sealed class OptionNameReader(IReadOnlyList<Question> questions, bool knowsAll, Findings findings)
{
    /// <summary>Those that are options of the form; null where the list itself cannot be read.</summary>
    public IReadOnlyList<(OptionName Name, Question Question)>? Read(Node? node, string what)
    {
        if (node?.AsList(what, findings) is not { } list)
        {
            return null;
        }

        List<(OptionName, Question)> names = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (item.AsText(what, findings) is not { } text)
            {
                continue;
            }

            if (!seen.Add(text.Value))
            {
                findings.Add(text.Line, $"{what} says {text} twice: keep one");
            }
            else if (text.Value.Split('.') is not [{ Length: > 0 } question, { Length: > 0 } option])
            {
                findings.Add(text.Line, $"{what} {text} must be a question and one of its options, with a dot between: danger.today");
            }
            else if (Find(question, option, text, what) is { } found)
            {
                names.Add((new(question, option), found));
            }
        }

        return names;
    }

    /// <summary>What may only be missing because it could not be read is not reported as well.</summary>
    private Question? Find(string question, string option, Node.Text text, string what)
    {
        var found = questions.FirstOrDefault(q => q.Id == question);
        if (found is not null && found.Options.Any(o => o.Id == option))
        {
            return found;
        }

        if (knowsAll)
        {
            findings.Add(
                text.Line,
                found is null
                    ? $"{what} {text}: this form has no question \"{question}\": correct it"
                    : $"{what} {text}: question {question} has no option \"{option}\": correct it");
        }

        return null;
    }
}
