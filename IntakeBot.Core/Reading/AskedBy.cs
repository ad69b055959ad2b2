using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>The questionnaire that an intake was asked by, and in it the form of the desk that reads: what its answers mean.</summary>
public sealed class AskedBy
{
    private readonly byte[] _hash;

    public AskedBy(Questionnaire questionnaire, string desk)
    {
        Questionnaire = questionnaire;
        Form = questionnaire.Forms.FirstOrDefault(f => f.Desk == desk) ?? questionnaire.Main;
        _hash = QuestionnaireHash.Of(questionnaire.Canonical.Span);
    }

    public Questionnaire Questionnaire { get; }

    public Form Form { get; }

    /// <summary>20 bytes.</summary>
    public ReadOnlySpan<byte> Hash => _hash;
}
