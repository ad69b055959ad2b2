namespace IntakeBot.Desk;

/// <summary>How far a new desk has come.</summary>
public enum SetupStep
{
    /// <summary>It does not know its organisation yet.</summary>
    Invitation,

    /// <summary>It has no keys yet.</summary>
    Identity,

    /// <summary>Its member is not in the roster yet, or the questionnaire is not here.</summary>
    Waiting,

    Done,
}
