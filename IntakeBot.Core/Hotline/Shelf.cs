using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Hotline;

/// <summary>The questionnaires that open conversations may still name, by hash: today's, and those of the last two days.</summary>
public sealed class Shelf
{
    private readonly Dictionary<string, Questionnaire> _byHash = [];

    public Shelf(Questionnaire current, params IEnumerable<Questionnaire> earlier)
    {
        Current = current;
        CurrentHash = QuestionnaireHash.Of(current.Canonical.Span);
        foreach (var questionnaire in earlier.Append(current))
        {
            _byHash[Convert.ToHexStringLower(QuestionnaireHash.Of(questionnaire.Canonical.Span))] = questionnaire;
        }
    }

    public Questionnaire Current { get; }

    /// <summary>20 bytes.</summary>
    public ReadOnlyMemory<byte> CurrentHash { get; }

    /// <summary>The same questionnaires under the same hashes, as a bot of these words shows them.</summary>
    public Shelf InWords(WordPack words) => new(Current.InWords(words), _byHash.Values.Select(q => q.InWords(words)));

    public Questionnaire? Find(ReadOnlySpan<byte> hash) => _byHash.GetValueOrDefault(Convert.ToHexStringLower(hash));
}
