namespace IntakeBot.Core.Intakes;

/// <summary>Where the work on an intake stands, as staff say it. The numbers are written; a new one is an unknown event to older programs.</summary>
public enum CaseStatus
{
    New = 0,
    Reading = 1,
    Answered = 2,

    /// <summary>For her to come back.</summary>
    Waiting = 3,

    /// <summary>Handed on to somebody else.</summary>
    Referred = 4,
    Closed = 5,
}
