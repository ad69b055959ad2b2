using System.Text;

namespace IntakeBot.Phone;

/// <summary>One message as this phone shows it now, after edits.</summary>
public sealed record PhoneMessage
{
    public required int Id { get; init; }

    public required bool FromPerson { get; init; }

    /// <summary>The text or caption; empty for a bare attachment.</summary>
    public required string Text { get; init; }

    /// <summary>photo, voice, contact, location, sticker or document; null for a text.</summary>
    public string? Attachment { get; init; }

    /// <summary>The Bot API's entities of <see cref="Text"/> as a JSON array; empty where it has none.</summary>
    public ReadOnlyMemory<byte> Entities { get; init; }

    public required IReadOnlyList<IReadOnlyList<PhoneButton>> Rows { get; init; }

    public required bool ProtectContent { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public IEnumerable<PhoneButton> Buttons => Rows.SelectMany(row => row);

    public bool HasButton(string label) => Buttons.Any(b => b.Label == label);

    /// <summary>Draws the message as lines of text, for the message of a failed test.</summary>
    public override string ToString()
    {
        var drawn = new StringBuilder($"#{Id} {(FromPerson ? "person" : "bot")}: ");
        _ = drawn.Append(Attachment is null ? "" : $"({Attachment}) ").Append(Text);
        foreach (var row in Rows)
        {
            _ = drawn.Append("\n    ").AppendJoin(' ', row.Select(b => $"[{b.Label}]"));
        }

        return drawn.ToString();
    }
}
