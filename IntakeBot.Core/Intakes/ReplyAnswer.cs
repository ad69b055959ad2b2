namespace IntakeBot.Core.Intakes;

/// <summary>What she answers to a reply, by a button. The numbers are sealed.</summary>
public enum ReplyAnswer
{
    None = 0,
    Yes = 1,
    No = 2,
    NotNow = 3,

    /// <summary>Write to me no more.</summary>
    Stop = 4,
}
