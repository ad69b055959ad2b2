using IntakeBot.Core.Covers;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Cli;

/// <summary>One bot, read and checked.</summary>
internal sealed record ServeBot
{
    /// <summary>In no log and no message.</summary>
    public required string Token { get; init; }

    public required BotSettings Settings { get; init; }

    /// <summary>Quiet only where every language has quiet words.</summary>
    public required WordPack Words { get; init; }

    /// <summary>Null: the plain card of the language.</summary>
    public required Cover? Cover { get; init; }

    public required byte CoverLanguage { get; init; }

    public required EntryWords Entry { get; init; }

    /// <summary>By language number.</summary>
    public required IReadOnlyList<string?> Phrases { get; init; }

    /// <summary>Says nothing: it holds the bot's token.</summary>
    public override string ToString() => nameof(ServeBot);
}
