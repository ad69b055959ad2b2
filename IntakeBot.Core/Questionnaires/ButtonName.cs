namespace IntakeBot.Core.Questionnaires;

/// <summary>Buttons that are not a question's options. Each is a key under <c>buttons</c> in a language file, in snake_case.</summary>
public enum ButtonName
{
    Hide,
    Skip,
    Back,
    Next,
    SafeYes,
    SafeNotSure,
    SafeNo,
    OthersNo,
    OthersYes,
    OthersUnknown,
    Continue,
    Consent,
    Done,
    Again,
    Erase,
    EraseYes,

    /// <summary>To the choice of language, from "safe now?".</summary>
    Language,

    /// <summary>To the menu.</summary>
    More,

    /// <summary>Is this really you?</summary>
    Really,

    /// <summary>What is kept.</summary>
    Kept,

    /// <summary>Numbers to call.</summary>
    Numbers,

    /// <summary>The cover's own button, which leads back through "safe now?".</summary>
    Cover,
    NoNumber,

    /// <summary>To the page that asks for a receipt code.</summary>
    Number,

    /// <summary>The reply goes.</summary>
    Read,
    AnswerYes,
    AnswerNo,
    AnswerNotNow,

    /// <summary>No more replies.</summary>
    AnswerStop,

    /// <summary>To questions that she may answer again.</summary>
    TellMore,
    NewNumber,

    /// <summary>To the complaint door.</summary>
    Complaint,

    /// <summary>Begins a complaint.</summary>
    ComplaintYes,

    /// <summary>From a complaint to the questions that were left for it.</summary>
    Return,
}
