using System.Text.Json;

namespace IntakeBot.Phone;

/// <summary>
/// What the page draws: the people, and one person's phone. It carries what a phone shows and no more: no callback
/// data, no token.
/// </summary>
internal static class PageJson
{
    private const int MostPeople = 50;

    public static byte[] State(PhoneServer server, PhonePerson? person) =>
        JsonBytes.Write((server, person), static (writer, s) =>
        {
            writer.WriteStartObject();
            writer.WriteString("bot"u8, s.server.World.Bot.Name);
            writer.WriteBoolean("canRestart"u8, s.server.RestartServer is not null);
            writer.WriteStartArray("weather"u8);
            foreach (var name in s.server.World.Weather.On)
            {
                writer.WriteStringValue(name);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("people"u8);
            foreach (var one in s.server.World.People.Take(MostPeople))
            {
                writer.WriteStartObject();
                writer.WriteNumber("id"u8, one.Id);
                writer.WriteString("name"u8, one.FirstName);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            if (s.person is not null)
            {
                WritePhone(writer, s.person);
            }

            writer.WriteEndObject();
        });

    /// <summary>All weather that has a name, for the drawer.</summary>
    public static byte[] Weather() => JsonBytes.Write(PhoneWeather.Options, static (writer, options) =>
    {
        writer.WriteStartArray();
        foreach (var option in options)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, option.Name);
            writer.WriteString("cases"u8, option.Cases);
            writer.WriteString("words"u8, option.Words);
            writer.WriteBoolean("lasts"u8, option.Lasts);
            writer.WriteBoolean("needsPerson"u8, option.NeedsPerson);
            writer.WriteNumber("count"u8, option.Count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static void WritePhone(Utf8JsonWriter writer, PhonePerson person)
    {
        var spinners = person.Spinners;
        writer.WriteStartObject("phone"u8);
        writer.WriteNumber("id"u8, person.Id);
        writer.WriteString("name"u8, person.FirstName);
        writer.WriteString("language"u8, person.LanguageCode);
        writer.WriteBoolean("blocked"u8, person.HasBlocked);
        if (person.Toast is { } toast)
        {
            writer.WriteStartObject("toast"u8);
            writer.WriteString("id"u8, $"{toast.QueryId}");
            writer.WriteString("text"u8, toast.Text);
            writer.WriteBoolean("alert"u8, toast.Alert);
            writer.WriteEndObject();
        }

        writer.WriteStartArray("messages"u8);
        foreach (var message in person.Screen)
        {
            WriteMessage(writer, message, spinners);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter writer, PhoneMessage message, IReadOnlyList<PhoneSpinner> spinners)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, message.Id);
        writer.WriteBoolean("mine"u8, message.FromPerson);
        writer.WriteString("text"u8, message.Text);
        writer.WriteString("attachment"u8, message.Attachment);
        writer.WriteBoolean("protected"u8, message.ProtectContent);
        writer.WriteNumber("sentAt"u8, message.SentAt.ToUnixTimeSeconds());
        writer.WriteBoolean("edited"u8, message.EditedAt is not null);
        if (!message.Entities.IsEmpty)
        {
            writer.WriteRaw("entities"u8, message.Entities.Span);
        }

        writer.WriteStartArray("rows"u8);
        foreach (var row in message.Rows)
        {
            writer.WriteStartArray();
            foreach (var button in row)
            {
                writer.WriteStartObject();
                writer.WriteString("label"u8, button.Label);
                writer.WriteString("copies"u8, button.CopyText);
                writer.WriteString("opens"u8, button.Link);
                writer.WriteBoolean("waiting"u8, spinners.Any(s => s.MessageId == message.Id && s.Data == button.Data));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
