namespace IntakeBot.Messenger;

/// <summary>Who is drawn first where more is to be drawn than Telegram takes.</summary>
internal enum Turn
{
    /// <summary>In the order of coming.</summary>
    Usual = 0,

    /// <summary>Who hides.</summary>
    First = 1,

    /// <summary>What a typed receipt code brings: it took a while anyway, and a thousand chats can type codes.</summary>
    Last = 2,
}
