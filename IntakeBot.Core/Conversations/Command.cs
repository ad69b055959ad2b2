namespace IntakeBot.Core.Conversations;

/// <summary>Buttons that are no answers, with their option byte in the callback token (160 to 255).</summary>
public enum Command
{
    None = 0,
    Hide = 160,
    Skip = 161,
    Back = 162,
    Next = 163,
    Done = 164,
    Yes = 165,
    NotSure = 166,
    No = 167,
    Continue = 168,
    Consent = 169,

    /// <summary>Look again: from the tips, the end screen or the cover to "safe now?".</summary>
    Again = 170,

    /// <summary>From "safe now?" to the choice of language; what was answered stays.</summary>
    Language = 171,

    /// <summary>Asks whether to erase.</summary>
    Erase = 172,

    /// <summary>Erases.</summary>
    EraseYes = 173,

    /// <summary>To what may be read and done beside the questions.</summary>
    More = 174,

    /// <summary>The words by which a leaflet's bot is known.</summary>
    Really = 175,

    /// <summary>What is kept, and how long.</summary>
    Kept = 176,

    /// <summary>Numbers to call, by country.</summary>
    Numbers = 177,

    /// <summary>The privacy text; no button, but the typed /privacy.</summary>
    Privacy = 178,

    /// <summary>The door for who was hurt by a helper: shows what it is.</summary>
    Complaint = 179,

    /// <summary>Begins a complaint.</summary>
    ComplaintYes = 180,

    /// <summary>Asks for a receipt code.</summary>
    Number = 181,

    /// <summary>She wants no receipt code.</summary>
    NoNumber = 182,

    /// <summary>The reply is gone.</summary>
    Read = 183,

    /// <summary>An answer to a reply, as <see cref="Yes"/> and <see cref="No"/>.</summary>
    NotNow = 184,

    /// <summary>An answer to a reply: no more of them.</summary>
    Stop = 185,

    /// <summary>Questions that she may answer again.</summary>
    TellMore = 186,

    NewNumber = 187,

    /// <summary>From a complaint to the questions that were left for it.</summary>
    Return = 188,
}
