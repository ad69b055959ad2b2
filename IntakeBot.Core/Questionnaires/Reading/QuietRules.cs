namespace IntakeBot.Core.Questionnaires;

/// <summary>
/// What holds for a language in quiet words as a whole: no glance word in any text, whichever file it stands in, and no text that
/// names a button which is called otherwise. A finding is told where its text stands.
/// </summary>
internal sealed class QuietRules(SourceFile plain, SourceFile quiet)
{
    /// <summary>Keys whose values no person sees; all others are looked at, also those of a later version.</summary>
    private static readonly string[] Unseen = ["language", "draft", "reviewed_by"];

    private string[] _labels = [];

    public void Check(Language merged)
    {
        _labels = [.. merged.Buttons.Values];
        foreach (var key in Keys(plain.Root).Concat(Keys(quiet.Root)).Distinct().Except(Unseen))
        {
            Check(Child(plain.Root, key), Child(quiet.Root, key), key);
        }
    }

    private void Check(Node? under, Node? over, string what)
    {
        string[] keys = [.. Keys(under).Concat(Keys(over)).Distinct()];
        foreach (var key in keys)
        {
            Check(Child(under, key), Child(over, key), $"{what}.{key}");
        }

        if (keys.Length > 0)
        {
            return;
        }

        if (over is null)
        {
            CheckPlain(under, what);
        }
        else
        {
            CheckQuiet(over, what);
        }
    }

    private void CheckQuiet(Node node, string what)
    {
        foreach (var text in TextsOf(node))
        {
            foreach (var word in GlanceWords.In(text.Value))
            {
                quiet.Findings.Add(text.Line, $"{what} says \"{word}\", which tells at a glance what this is: quiet words need a duller one");
            }
        }
    }

    private void CheckPlain(Node? node, string what)
    {
        foreach (var text in TextsOf(node))
        {
            foreach (var word in GlanceWords.In(text.Value))
            {
                plain.Findings.Add(
                    text.Line,
                    $"{what} says \"{word}\", which tells at a glance what this is, and {quiet.Name} has no other words for it: write them there");
            }

            foreach (var name in NamedButtons.Unknown(text, _labels))
            {
                plain.Findings.Add(text.Line, $"{what} names the button 《{name}》, which has another label in {quiet.Name}: write this text there, too");
            }
        }
    }

    /// <summary>Of a list of wordings what is shown, not when.</summary>
    private static IEnumerable<Node.Text> TextsOf(Node? node) => node switch
    {
        Node.Text text => [text],
        Node.List list => list.Items.SelectMany(item => TextsOf(item is Node.Map ? Child(item, "text") : item)),
        _ => [],
    };

    private static IEnumerable<string> Keys(Node? node) => (node as Node.Map)?.Entries.Select(e => e.Key.Value) ?? [];

    private static Node? Child(Node? node, string key) => (node as Node.Map)?.Entries.FirstOrDefault(e => e.Key.Value == key).Value;
}
