namespace IntakeBot.Core.Sealing;

/// <summary>What a stored thing is to the person it came from; each kind but the first has a line in what she may read.</summary>
public enum Kept
{
    /// <summary>The operator's and the organisation's own: the same whoever came.</summary>
    NothingOfHers = 0,

    /// <summary>What she said, closed.</summary>
    SealedAnswers,

    /// <summary>What opens it, closed to the staff.</summary>
    StaffKeys,

    /// <summary>What leads her on, under a key that lies in her buttons; random bytes once the conversation is over.</summary>
    OpenConversation,

    /// <summary>Drawn or hashed, so that rows can be told apart.</summary>
    RandomNames,

    /// <summary>When it goes; and so, the day on which it began.</summary>
    LastDay,

    /// <summary>Where answers to her wait behind her number, whether or not there are any.</summary>
    Replies,

    /// <summary>What staff wrote about an intake, closed.</summary>
    CaseEvents,

    /// <summary>What is left where she erased.</summary>
    Tombstone,
}
