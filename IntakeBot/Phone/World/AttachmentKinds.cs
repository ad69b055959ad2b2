using System.Text.Json.Nodes;

namespace IntakeBot.Phone;

/// <summary>Everything that a person may send into a private chat besides words, by name: Telegram's own, and <c>live_location</c>.</summary>
internal static class AttachmentKinds
{
    public static IReadOnlyDictionary<string, Func<Attachment>> All { get; } = new Dictionary<string, Func<Attachment>>
    {
        ["animation"] = () => Attachment.Media("animation", 91_204, new() { ["width"] = 320, ["height"] = 240, ["duration"] = 3 }),
        ["audio"] = () => Attachment.Media("audio", 3_211_008, new() { ["duration"] = 180, ["title"] = "A song" }),
        ["checklist"] = () => Attachment.Of("checklist", new JsonObject
        {
            ["title"] = "To do",
            ["tasks"] = new JsonArray(new JsonObject { ["id"] = 1, ["text"] = "This" }),
        }),
        ["contact"] = () => Attachment.Contact("+821000000000", "Contact"),
        ["dice"] = () => Attachment.Of(Attachment.Dice, new JsonObject { ["emoji"] = "🎲", ["value"] = 4 }),
        ["document"] = () => Attachment.Document("document.pdf"),
        ["game"] = () => Attachment.Of("game", new JsonObject { ["title"] = "Game", ["description"] = "A game", ["photo"] = new JsonArray() }),
        ["invoice"] = () => Attachment.Of("invoice", new JsonObject
        {
            ["title"] = "Invoice",
            ["description"] = "What is to be paid",
            ["start_parameter"] = "x",
            ["currency"] = "XTR",
            ["total_amount"] = 100,
        }),
        ["live_location"] = () => Attachment.Location(42.8916, 129.5132, livePeriod: 3600),
        ["location"] = () => Attachment.Location(42.8916, 129.5132),
        ["photo"] = Attachment.Photo,
        ["poll"] = () => Attachment.Of("poll", new JsonObject
        {
            ["id"] = "1",
            ["question"] = "A question",
            ["options"] = new JsonArray(new JsonObject { ["text"] = "Yes", ["voter_count"] = 0 }, new JsonObject { ["text"] = "No", ["voter_count"] = 0 }),
            ["total_voter_count"] = 0,
            ["is_closed"] = false,
            ["is_anonymous"] = true,
            ["type"] = "regular",
            ["allows_multiple_answers"] = false,
        }),
        ["sticker"] = () => Attachment.Sticker("👍"),
        ["story"] = () => Attachment.Of("story", new JsonObject { ["chat"] = new JsonObject { ["id"] = 7, ["type"] = "private" }, ["id"] = 1 }),
        ["successful_payment"] = () => Attachment.Of("successful_payment", new JsonObject
        {
            ["currency"] = "XTR",
            ["total_amount"] = 100,
            ["invoice_payload"] = "x",
            ["telegram_payment_charge_id"] = "1",
            ["provider_payment_charge_id"] = "1",
        }),
        ["venue"] = () => Attachment.Of("venue", new JsonObject
        {
            ["location"] = new JsonObject { ["latitude"] = 42.8916, ["longitude"] = 129.5132 },
            ["title"] = "A place",
            ["address"] = "A street",
        }),
        ["video"] = () => Attachment.Media("video", 2_104_331, new() { ["width"] = 640, ["height"] = 480, ["duration"] = 9 }),
        ["video_note"] = () => Attachment.Media("video_note", 401_822, new() { ["length"] = 240, ["duration"] = 4 }),
        ["voice"] = () => Attachment.Voice(7),
        ["web_app_data"] = () => Attachment.Of("web_app_data", new JsonObject { ["data"] = "x", ["button_text"] = "x" }),
    };
}
