using System.Globalization;

namespace IntakeBot.Messenger;

/// <summary>The few fields of an update that are read. Everything else of it is never held.</summary>
internal abstract record Arrival(int UpdateId)
{
    /// <summary>A button was pressed in a private chat, after its screen was drawn at <paramref name="NotBefore"/> (seconds since 1970; 0: not known).</summary>
    public sealed record Press(int UpdateId, long Person, int Message, string Callback, string Data, long NotBefore) : Arrival(UpdateId)
    {
        public override string ToString() => nameof(Press);
    }

    /// <summary>A message came in a private chat: one of our commands, or anything else.</summary>
    public sealed record Sent(int UpdateId, long Person, int Message, Words Words, long NotBefore) : Arrival(UpdateId)
    {
        /// <summary>Several pictures sent at once are several messages of one album.</summary>
        public string? Album { get; init; }

        /// <summary>What was typed, or what a link added to /start; null where it was no text, or a long one.</summary>
        public string? Text { get; init; }

        /// <summary>Names what was sent at once.</summary>
        public string Sending => Album ?? Message.ToString(CultureInfo.InvariantCulture);

        public override string ToString() => nameof(Sent);
    }

    /// <summary>Somebody put the bot into a group or channel, or wrote there.</summary>
    public sealed record Elsewhere(int UpdateId, long Chat) : Arrival(UpdateId)
    {
        public override string ToString() => nameof(Elsewhere);
    }

    /// <summary>A button in a place where no conversation is: answered, so that it stops turning, and nothing else.</summary>
    public sealed record Stray(int UpdateId, string Callback) : Arrival(UpdateId)
    {
        public override string ToString() => nameof(Stray);
    }

    /// <summary>Understood, and nothing is to be done.</summary>
    public sealed record Nothing(int UpdateId) : Arrival(UpdateId);

    /// <summary>Not of a form that is known: counted, confirmed, never repeated.</summary>
    public sealed record Poison(int UpdateId) : Arrival(UpdateId);
}
