namespace IntakeBot.Tests.Proof;

/// <summary>What must stand nowhere that the server writes.</summary>
internal enum LeakKind
{
    /// <summary>First, last and user name, as the account has them.</summary>
    Name,

    /// <summary>As digits, and as eight bytes in both orders.</summary>
    AccountId,

    /// <summary>Words typed into the chat, with /start too.</summary>
    TypedText,

    /// <summary>The note, which is kept sealed.</summary>
    Note,

    /// <summary>Receipt codes: as shown, as typed, as digits, as the ten bytes of a blob.</summary>
    Code,

    BotToken,

    /// <summary>The text of a button from its key on: it stands so in every button of a screen.</summary>
    CallbackData,

    /// <summary>L.</summary>
    Locator,

    /// <summary>k, of every step that a screen carried.</summary>
    StepKey,

    Seed,

    /// <summary>Of each slot every key up to the one that the conversation would use next.</summary>
    SlotKey,

    OptionId,

    Label,
}
