namespace IntakeBot.Phone;

/// <summary>One message in a chat with the bot, as both sides know it.</summary>
internal sealed class StoredMessage
{
    private byte[]? _json;

    public required int Id { get; init; }

    public required bool FromPerson { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public DateTimeOffset? EditedAt { get; private set; }

    public required MessageContent Content { get; set; }

    /// <summary>It carried a reply keyboard or the like, so it can never be edited.</summary>
    public bool CarriedReplyKeyboard { get; init; }

    public bool ProtectContent { get; init; }

    /// <summary><c>forward_origin</c> as JSON, and who is named there.</summary>
    public (byte[] Origin, byte[] From)? Forwarded { get; init; }

    /// <summary>The person deleted the chat on their side: the bot still has it, the phone does not.</summary>
    public bool GoneFromPhone { get; set; }

    public void Edit(MessageContent content, DateTimeOffset at)
    {
        Content = content;
        EditedAt = at;
        _json = null;
    }

    public byte[] Json(PhoneChat chat) => _json ??= MessageJson.Write(chat, this);

    public PhoneMessage OnScreen() => new()
    {
        Id = Id,
        FromPerson = FromPerson,
        Text = Content.Text,
        Attachment = Content.Attachment?.Kind,
        Entities = Content.Entities,
        Rows = Content.Keyboard?.Rows ?? [],
        ProtectContent = ProtectContent,
        SentAt = SentAt,
        EditedAt = EditedAt,
    };
}
