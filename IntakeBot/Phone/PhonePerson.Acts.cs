using System.Buffers.Binary;
using System.Security.Cryptography;

namespace IntakeBot.Phone;

/// <content>What the person does.</content>
public sealed partial class PhonePerson
{
    /// <summary>All that can be sent besides words.</summary>
    public static IReadOnlyCollection<string> Kinds { get; } = [.. AttachmentKinds.All.Keys];

    /// <summary>Taps START; where the bot was blocked, the same button unblocks it first, as in Telegram.</summary>
    public int Start(string? payload = null)
    {
        if (_chat.Blocked)
        {
            _ = Unblock();
        }

        return Type(payload is null ? "/start" : $"/start {payload}");
    }

    public int Type(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return Send(new MessageContent(text, UpdateJson.Commands(text)));
    }

    public int SendPhoto(string? caption = null) => Send(new MessageContent(caption ?? "", Attachment: Attachment.Photo()));

    public int SendVoice(int seconds = 7) => Send(new MessageContent("", Attachment: Attachment.Voice(seconds)));

    public int SendContact(string phoneNumber = "+821000000000", string firstName = "Contact") =>
        Send(new MessageContent("", Attachment: Attachment.Contact(phoneNumber, firstName)));

    public int SendLocation(double latitude = 42.8916, double longitude = 129.5132) =>
        Send(new MessageContent("", Attachment: Attachment.Location(latitude, longitude)));

    public int SendSticker(string emoji = "👍") => Send(new MessageContent("", Attachment: Attachment.Sticker(emoji)));

    public int SendDocument(string fileName = "document.pdf", string? caption = null) =>
        Send(new MessageContent(caption ?? "", Attachment: Attachment.Document(fileName)));

    /// <summary>Sends one of <see cref="Kinds"/>.</summary>
    public int SendAny(string kind) => Send(new MessageContent("", Attachment: AttachmentKinds.All[kind]()));

    /// <summary>Taps the button with this label on the newest message that has one.</summary>
    public int Press(string label)
    {
        var message = Screen.LastOrDefault(m => m.HasButton(label))
            ?? throw new InvalidOperationException($"No button \"{label}\". {Draw()}");
        var button = message.Buttons.First(b => b.Label == label);
        return button.Data is { } data
            ? PressData(message.Id, data)
            : throw new InvalidOperationException($"The button \"{label}\" tells the bot nothing: it copies or opens.");
    }

    /// <summary>
    /// What only a modified client does: presses any data on any message, shown, deleted or never seen here.
    /// </summary>
    public int PressData(int messageId, string data)
    {
        RefuseIfBlocked();
        var query = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;
        int update;
        lock (_chat.Gate)
        {
            var message = _chat.Messages.TryGetValue(messageId, out var stored)
                ? stored.Json(_chat)
                : MessageJson.WriteInaccessible(_chat, messageId);
            _chat.Spinners.Add(new PhoneSpinner(query, messageId, data, _chat.Now));
            _chat.Bot.OpenQueries[query] = _chat;
            update = _chat.Bot.Updates.Enqueue(
                "callback_query", UpdateJson.CallbackQuery(_chat, query, message, data), UpdateQueue.PressLife);
        }

        _chat.Changed.Raise();
        return update;
    }

    /// <summary>Changes the text of an own message.</summary>
    public int EditMessage(int messageId, string text)
    {
        RefuseIfBlocked();
        int update;
        lock (_chat.Gate)
        {
            if (!_chat.Messages.TryGetValue(messageId, out var message) || !message.FromPerson)
            {
                throw new InvalidOperationException($"There is no own message {messageId} to edit.");
            }

            message.Edit(message.Content with { Text = text, Entities = UpdateJson.Commands(text) }, _chat.Now);
            update = _chat.Bot.Updates.Enqueue("edited_message", message.Json(_chat), UpdateQueue.MessageLife);
        }

        _chat.Changed.Raise();
        return update;
    }

    /// <summary>
    /// Forwards a shown message into somebody else's chat with the same bot. Telegram takes the buttons off and refuses
    /// protected content.
    /// </summary>
    public int ForwardTo(PhonePerson other, int messageId)
    {
        MessageContent content;
        (byte[], byte[]) forwarded;
        lock (_chat.Gate)
        {
            if (!_chat.Messages.TryGetValue(messageId, out var message) || message.GoneFromPhone)
            {
                throw new InvalidOperationException($"There is no message {messageId} to forward.");
            }

            if (message.ProtectContent)
            {
                throw new InvalidOperationException($"Message {messageId} is protected: the phone offers no forwarding.");
            }

            var from = message.FromPerson ? _chat.PersonJson : _chat.Bot.UserJson;
            content = message.Content with { Keyboard = null };
            forwarded = (UpdateJson.ForwardOrigin(message, from), from);
        }

        return other.Send(content, forwarded);
    }

    /// <summary>
    /// Deletes the chat on this phone alone. The bot is told nothing and still edits what nobody sees.
    /// </summary>
    public void DeleteChat()
    {
        lock (_chat.Gate)
        {
            foreach (var message in _chat.Messages.Values)
            {
                message.GoneFromPhone = true;
            }
        }

        _chat.Changed.Raise();
    }

    /// <summary>Deletes the chat on both sides: nothing that is in it can be edited any more. The bot is told nothing.</summary>
    public void DeleteChatForBoth()
    {
        lock (_chat.Gate)
        {
            _chat.Messages.Clear();
        }

        _chat.Changed.Raise();
    }

    public int Block() => SetBlocked(blocked: true);

    public int Unblock() => SetBlocked(blocked: false);

    private int Send(MessageContent content, (byte[] Origin, byte[] From)? forwarded = null)
    {
        RefuseIfBlocked();
        int update;
        lock (_chat.Gate)
        {
            _chat.Started = true;
            var message = _chat.Add(id => new StoredMessage
            {
                Id = id,
                FromPerson = true,
                SentAt = _chat.Now,
                Content = content,
                Forwarded = forwarded,
            });
            update = _chat.Bot.Updates.Enqueue("message", message.Json(_chat), UpdateQueue.MessageLife);
        }

        _chat.Changed.Raise();
        return update;
    }

    private int SetBlocked(bool blocked)
    {
        int update;
        lock (_chat.Gate)
        {
            if (_chat.Blocked == blocked)
            {
                return 0;
            }

            _chat.Blocked = blocked;
            update = _chat.Bot.Updates.Enqueue(
                "my_chat_member", UpdateJson.MyChatMember(_chat, blocked), UpdateQueue.MessageLife);
        }

        _chat.Changed.Raise();
        return update;
    }

    private void RefuseIfBlocked()
    {
        if (_chat.Blocked)
        {
            throw new InvalidOperationException($"{FirstName} has blocked the bot: the phone offers only Unblock.");
        }
    }
}
