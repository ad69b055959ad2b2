using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace IntakeBot.Phone;

/// <summary>
/// What a message carries besides text, as the bot sees it: the field's name and its JSON. No file stands behind it.
/// </summary>
internal sealed record Attachment(string Kind, byte[] Json)
{
    /// <summary>The one kind that Telegram lets nobody delete in a private chat, until it is a day old.</summary>
    public const string Dice = "dice";

    public static Attachment Photo() => Of("photo", new JsonArray(PhotoSize(90, 67, 1253), PhotoSize(1280, 960, 184_213)));

    public static Attachment Voice(int seconds) => Of("voice", File(seconds * 2100, new JsonObject
    {
        ["duration"] = seconds,
        ["mime_type"] = "audio/ogg",
    }));

    public static Attachment Document(string fileName) => Of("document", File(48_211, new JsonObject
    {
        ["file_name"] = fileName,
        ["mime_type"] = "application/octet-stream",
    }));

    public static Attachment Sticker(string emoji) => Of("sticker", File(21_480, new JsonObject
    {
        ["type"] = "regular",
        ["width"] = 512,
        ["height"] = 512,
        ["is_animated"] = false,
        ["is_video"] = false,
        ["emoji"] = emoji,
    }));

    public static Attachment Contact(string phoneNumber, string firstName) => Of("contact", new JsonObject
    {
        ["phone_number"] = phoneNumber,
        ["first_name"] = firstName,
    });

    /// <param name="latitude">Degrees north.</param>
    /// <param name="longitude">Degrees east.</param>
    /// <param name="livePeriod">So many seconds long it follows the phone; null: it stays where it is.</param>
    public static Attachment Location(double latitude, double longitude, int? livePeriod = null)
    {
        var location = new JsonObject { ["latitude"] = latitude, ["longitude"] = longitude };
        if (livePeriod is not null)
        {
            location["live_period"] = livePeriod;
        }

        return Of("location", location);
    }

    /// <summary>A file of a kind that has no more to it.</summary>
    public static Attachment Media(string kind, int bytes, JsonObject file) => Of(kind, File(bytes, file));

    public static Attachment Of(string kind, JsonNode json) =>
        new(kind, JsonBytes.Write(json, static (writer, node) => node.WriteTo(writer)));

    private static JsonObject PhotoSize(int width, int height, int bytes) =>
        File(bytes, new JsonObject { ["width"] = width, ["height"] = height });

    private static JsonObject File(int bytes, JsonObject file)
    {
        file["file_id"] = "AgACAg" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(36));
        file["file_unique_id"] = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
        file["file_size"] = bytes;
        return file;
    }
}
