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
}
