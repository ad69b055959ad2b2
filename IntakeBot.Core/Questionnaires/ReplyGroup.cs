namespace IntakeBot.Core.Questionnaires;

/// <summary>What a template is for, in the order in which staff are offered them.</summary>
public enum ReplyGroup
{
    FirstReply,

    /// <summary>Tells nothing and asks nothing: all that may be written while no safe time is known.</summary>
    Neutral,
    SafeTimes,
    YesOrNo,
    Health,
    Papers,
    Children,
    Waiting,
    Goodbye,
}
