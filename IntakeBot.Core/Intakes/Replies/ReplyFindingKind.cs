namespace IntakeBot.Core.Intakes;

/// <summary>What speaks against a reply.</summary>
public enum ReplyFindingKind
{
    TooLong,

    /// <summary>Signs that turn the direction, tags, controls: what is read may be another text than what is seen.</summary>
    Unreadable,

    /// <summary>A number, a handle, a link, an address, "my name is": what <see cref="NoteCatcher"/> refuses.</summary>
    Identifying,

    /// <summary>A place in a text that also has a time, or that time: a meeting.</summary>
    PlaceAndTime,
    Forbidden,
    NeverAsk,
    Promise,
}
