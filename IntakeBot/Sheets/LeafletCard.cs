using IntakeBot.Core.Covers;

namespace IntakeBot.Sheets;

/// <summary>One language's card: the sentences, and what is the bot's own between them. Null: not printed.</summary>
/// <param name="Tag">The language's tag.</param>
/// <param name="Sentences">In that language.</param>
/// <param name="Bot">The bot's name with its @.</param>
/// <param name="Word">The entry word.</param>
/// <param name="Link">The whole t.me address.</param>
/// <param name="Phrase">The check phrase.</param>
public sealed record LeafletCard(string Tag, Leaflet Sentences, string Bot, string? Word, string? Link, string? Phrase);
