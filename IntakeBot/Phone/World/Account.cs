using System.Text.Json;

namespace IntakeBot.Phone;

/// <summary>A person's Telegram account as the bot sees it.</summary>
internal sealed record Account(long Id, string FirstName, string? LastName, string? Username, string? LanguageCode)
{
    public byte[] UserJson() => JsonBytes.Write(this, static (writer, a) =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, a.Id);
        writer.WriteBoolean("is_bot"u8, value: false);
        WriteNames(writer, a);
        if (a.LanguageCode is not null)
        {
            writer.WriteString("language_code"u8, a.LanguageCode);
        }

        writer.WriteEndObject();
    });

    public byte[] ChatJson() => JsonBytes.Write(this, static (writer, a) =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, a.Id);
        WriteNames(writer, a);
        writer.WriteString("type"u8, "private"u8);
        writer.WriteEndObject();
    });

    private static void WriteNames(Utf8JsonWriter writer, Account a)
    {
        writer.WriteString("first_name"u8, a.FirstName);
        if (a.LastName is not null)
        {
            writer.WriteString("last_name"u8, a.LastName);
        }

        if (a.Username is not null)
        {
            writer.WriteString("username"u8, a.Username);
        }
    }
}
