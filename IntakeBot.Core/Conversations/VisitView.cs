using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Conversations;

/// <summary>Where a visit to a mailbox stands. The same for a code that opens one and for a code that opens nothing. Memory only.</summary>
public sealed record VisitView
{
    public VisitPage Page { get; init; }

    /// <summary>Which of <see cref="Questionnaires.Questionnaire.Later"/> is asked.</summary>
    public int Question { get; init; }

    /// <summary>The oldest reply that she has not put away; null: none.</summary>
    public Reply? Reply { get; init; }

    /// <summary>The reply's name in <see cref="ReplyAnswers"/>.</summary>
    public ulong ReplyName { get; init; }

    /// <summary>What she answered in this visit.</summary>
    public ReplyAnswers? Answered { get; init; }

    /// <summary>On <see cref="VisitPage.NewCode"/>.</summary>
    public ShownCode? Code { get; init; }

    /// <summary>Days since 1970-01-01.</summary>
    public required ushort Today { get; init; }

    /// <summary>Of the questionnaire whose questions she answers again; 20 bytes.</summary>
    public required ReadOnlyMemory<byte> QuestionnaireHash { get; init; }

    public override string ToString() => nameof(VisitView);
}
