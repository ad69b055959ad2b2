using IntakeBot.Core.Hotline;

namespace IntakeBot.Messenger;

/// <summary>What one handled update wants done in its chat.</summary>
internal sealed record Delivery
{
    public Drawing? Drawing { get; init; }

    public bool Hides { get; init; }

    /// <summary>True where the drawing may only replace a screen that is known: nobody is written to unasked.</summary>
    public bool OnlyEdits { get; init; }

    /// <summary>True where all others are drawn before.</summary>
    public bool IsPatient { get; init; }

    /// <summary>True where the old screen may be gone from her phone without our knowing: a new message is sent, the old one deleted.</summary>
    public bool Fresh { get; init; }

    /// <summary>The message whose button was pressed: it becomes the one screen.</summary>
    public int? Pressed { get; init; }

    /// <summary>Her message, to be deleted on both sides.</summary>
    public int? Delete { get; init; }

    /// <summary>The callback query to be answered once the screen is drawn.</summary>
    public string? Callback { get; init; }

    public override string ToString() => nameof(Delivery);
}
