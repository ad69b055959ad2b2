namespace IntakeBot.Core.Questionnaires;

/// <summary>The screens that are not questions. Each is a key under <c>screens</c> in a language file, in snake_case.</summary>
public enum ScreenName
{
    /// <summary>Which language? Shown before one is known, so every language's text stands on it.</summary>
    Language,

    /// <summary>Can you look at this safely now?</summary>
    Safe,

    /// <summary>Two tips after "not sure", then the question again.</summary>
    NotSure,

    /// <summary>Is this account open on another device, too?</summary>
    Others,

    /// <summary>How to find out, and that waiting is safer.</summary>
    OthersHow,

    /// <summary>What help is and how answers are kept.</summary>
    Limits,

    /// <summary>What we cannot do; its button is the consent.</summary>
    Consent,

    /// <summary>At once after "in danger today".</summary>
    Danger,

    /// <summary>All questions asked; press Done.</summary>
    Finish,

    /// <summary>Instead of <see cref="Finish"/> where the form takes a note: she may write a line or two, or press Done.</summary>
    Note,

    /// <summary>Instead of <see cref="Note"/> once one was kept.</summary>
    NoteTaken,

    /// <summary>One line above the screen: what she wrote was not kept; no numbers, names, places.</summary>
    NoteRefused,

    /// <summary>As <see cref="NoteRefused"/>, and shorter. True also for what is no text.</summary>
    NoteTooLong,

    /// <summary>After Done.</summary>
    Done,

    /// <summary>True for restored, expired, done and erased alike.</summary>
    End,

    /// <summary>Erase all that was answered? What staff have read they have read.</summary>
    Erase,

    /// <summary>It is erased here.</summary>
    Erased,

    /// <summary>What may be read and done beside the questions.</summary>
    Menu,

    /// <summary>How a leaflet's bot is known: <c>{phrase}</c> is the check phrase.</summary>
    Really,

    /// <summary>No phrase was printed for this bot.</summary>
    ReallyNone,

    /// <summary>In which country? Not kept.</summary>
    Numbers,

    /// <summary>Below the numbers of a country: what a call may give away.</summary>
    NumbersCall,

    /// <summary>Nothing can be begun now.</summary>
    Closed,

    /// <summary>After Hide, idle and stop: says nothing about what this is.</summary>
    Cover,

    /// <summary>One line above the screen after something typed or sent.</summary>
    ButtonsOnly,

    /// <summary>Nothing was lost; press again in a moment.</summary>
    Later,

    /// <summary>After Done: her receipt code, <c>{code}</c>, and what it is for. Below it six last groups to pick from.</summary>
    Code,

    /// <summary>Her new code, <c>{code}</c>; the old one dies when she picks.</summary>
    CodeNew,

    /// <summary>One line: she picked another last group.</summary>
    CodeWrong,

    /// <summary>Type your code.</summary>
    CodeAsk,

    /// <summary>One line: its check digit is wrong.</summary>
    CodeMistyped,

    /// <summary>One line: too many were typed, here or everywhere. Nothing was looked for.</summary>
    CodeLater,

    /// <summary>One line: the new code counts.</summary>
    CodeChanged,

    /// <summary>True for a wrong, unknown and erased code and for no reply yet.</summary>
    NoAnswer,

    /// <summary>One line: what she answered to a reply is sealed.</summary>
    Told,

    /// <summary>What her code is good for besides replies.</summary>
    Own,

    /// <summary>Erase all, by the code?</summary>
    EraseAll,

    /// <summary>The complaint door: what it is, where it goes; its button is the consent.</summary>
    Complaint,
}
