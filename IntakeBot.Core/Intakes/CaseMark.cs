namespace IntakeBot.Core.Intakes;

/// <summary>What is odd about an opened intake. It is marked for who reads, and never a reason to hide or to drop it.</summary>
public enum CaseMark
{
    /// <summary>Something was changed by somebody who has no key, or by a failing disk.</summary>
    Tampered,

    /// <summary>Made with another questionnaire than the one at hand: no answer's meaning is known.</summary>
    OtherQuestionnaire,

    /// <summary>Holds what no screen could have led to: a program wrote it, or an answer was changed after another hung on it.</summary>
    Impossible,

    /// <summary>She stopped before the last question.</summary>
    Partial,

    /// <summary>Begun while many began at once.</summary>
    Busy,

    /// <summary>Begun while far more began than this hotline ever sees.</summary>
    Flood,
}
