using IntakeBot.Core.Conversations;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Hotline;

/// <summary>An open conversation as loaded for one press: its row, its state, the key that opened it, the words it was begun with.</summary>
internal sealed record OpenIntake(HotRow Row, Blob Blob, StepKey Key, Questionnaire Questionnaire) : IDisposable
{
    /// <summary>The conversation that was left for this one.</summary>
    public Pair? WayBack => Blob.WayBack is var (locator, key) ? new Pair(locator, key) : null;

    /// <summary>The code that waits to be taken, as it is shown under <paramref name="key"/>.</summary>
    public ShownCode? CodeAt(StepKey key) => Blob.Code is { } code ? new(code, code.Choices(key.Chance())) : null;

    /// <summary>Where it stands, in the buttons of <paramref name="key"/>.</summary>
    public Conversation At(StepKey key, Booklet booklet) => Conversation.AtWalk(Questionnaire, Blob.Walk, booklet, CodeAt(key), WayBack is not null);

    public void Dispose() => Blob.Dispose();

    public override string ToString() => nameof(OpenIntake);
}
