namespace IntakeBot.Core.Conversations;

/// <summary>What a person looks at who typed a receipt code.</summary>
public enum VisitPage
{
    /// <summary>A reply, or that there is none.</summary>
    Answers = 0,

    /// <summary>What else the code is good for.</summary>
    Own = 1,

    /// <summary>A question that she answers again.</summary>
    Adding = 2,

    /// <summary>The danger screen, after such an answer.</summary>
    Danger = 3,

    /// <summary>Erase all?</summary>
    EraseAll = 4,

    /// <summary>The new code.</summary>
    NewCode = 5,
}
