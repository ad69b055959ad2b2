using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Hotline;

/// <summary>An open conversation as loaded for one press: its row, its state, the key that opened it, the words it was begun with.</summary>
internal sealed record OpenIntake(HotRow Row, Blob Blob, StepKey Key, Questionnaire Questionnaire) : IDisposable
{
    public void Dispose() => Blob.Dispose();

    public override string ToString() => nameof(OpenIntake);
}
