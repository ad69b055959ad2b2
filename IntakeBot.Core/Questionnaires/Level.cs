namespace IntakeBot.Core.Questionnaires;

/// <summary>How soon a person must read an intake. A greater value is more urgent.</summary>
public enum Level
{
    /// <summary>Talk: what is left when nothing else applies.</summary>
    U4,

    /// <summary>Needs.</summary>
    U3,

    /// <summary>Soon.</summary>
    U2,

    /// <summary>Now.</summary>
    U1,
}
