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
}
