namespace IntakeBot.Core.Intakes;

/// <summary>Which kind of screen a conversation after consent stands at.</summary>
public enum Stage
{
    /// <summary>At the question of the lowest slot still to ask.</summary>
    Asking = 0,

    /// <summary>At the danger screen, before the next question.</summary>
    Danger = 1,

    /// <summary>Everything was asked; Done is waited for.</summary>
    Finish = 2,

    /// <summary>Done, and she has not said yet that she has her receipt code.</summary>
    Code = 3,
}
