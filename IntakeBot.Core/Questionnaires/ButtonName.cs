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
}
