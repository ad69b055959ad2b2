namespace IntakeBot.Core.Questionnaires;

/// <summary>
/// Lines that say what is kept and who runs this, also behind a cover. Each is a key under <c>kept</c> in a language file, in
/// snake_case. The middle ones belong to the kinds of what is stored; which of them are shown is read from there.
/// </summary>
public enum KeptName
{
    Title,

    /// <summary>What she answered is locked.</summary>
    SealedAnswers,

    /// <summary>The key to it is there as well, locked to staff.</summary>
    StaffKeys,

    /// <summary>Where she stopped, until the day after she began is over.</summary>
    OpenConversation,

    /// <summary>Random names, versions and hashes.</summary>
    RandomNames,

    /// <summary>Its last day, from which the first can be told; <c>{days}</c> is the setting.</summary>
    LastDay,

    /// <summary>Where answers to her wait, if she took a number; <c>{days}</c> after it last changed it goes.</summary>
    Replies,

    /// <summary>What staff write about it is locked as well, and goes <c>{days}</c> later.</summary>
    CaseEvents,

    /// <summary>What is left for <c>{days}</c> where she erased.</summary>
    Tombstone,

    /// <summary>No name, no number, no account that Telegram has.</summary>
    NotKept,

    /// <summary>What the computer knows while she presses, and writes down nowhere.</summary>
    Memory,

    /// <summary>What a person has read cannot be taken back.</summary>
    Read,

    /// <summary>How to delete it, and until when that can be done.</summary>
    Erase,

    /// <summary>What Telegram sees.</summary>
    Telegram,

    /// <summary>Above the privacy text, in place of <see cref="Title"/>.</summary>
    PrivacyTitle,

    /// <summary><c>{name}</c> is the setting; without one the line is left out.</summary>
    RunBy,

    /// <summary><c>{contact}</c> is the setting; without one the line is left out.</summary>
    Contact,

    /// <summary>That Telegram's own privacy rules apply as well.</summary>
    TelegramRules,
}
