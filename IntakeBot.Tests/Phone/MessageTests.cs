using IntakeBot.Phone;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace IntakeBot.Tests.Phone;

public sealed class MessageTests : IAsyncLifetime
{
    private PhoneRig _rig = null!;
    private PhonePerson _anna = null!;

    public async ValueTask InitializeAsync()
    {
        _rig = await PhoneRig.StartAsync();
        _anna = await _rig.JoinedAsync("Anna");
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task What_the_bot_sends_stands_on_the_phone()
    {
        var sent = await _rig.Bot.SendMessage(
            _anna.Id, "안녕하십니까", protectContent: true, replyMarkup: PhoneRig.Keyboard("예", "아니요"));

        var shown = _anna.Screen[^1];
        Assert.Equal((sent.Id, "안녕하십니까", false, true), (shown.Id, shown.Text, shown.FromPerson, shown.ProtectContent));
        Assert.Equal(["예", "아니요"], shown.Buttons.Select(b => b.Label));
        Assert.Equal(["data-예", "data-아니요"], shown.Buttons.Select(b => b.Data!));
        Assert.Equal((_anna.Id, 123456L, true), (sent.Chat.Id, sent.From!.Id, sent.HasProtectedContent));
        Assert.Equal(_rig.Time.GetUtcNow().UtcDateTime, sent.Date);
        Assert.Equal("data-예", sent.ReplyMarkup!.InlineKeyboard.First().First().CallbackData);
    }

    [Fact]
    public async Task Html_becomes_plain_text_with_entities()
    {
        var sent = await _rig.Bot.SendMessage(_anna.Id, "<b>위험</b> &lt; <i>x<u>y</u></i>", ParseMode.Html);

        Assert.Equal("위험 < xy", sent.Text);
        Assert.Equal(
            [(MessageEntityType.Bold, 0, 2), (MessageEntityType.Italic, 5, 2), (MessageEntityType.Underline, 6, 1)],
            sent.Entities!.Select(e => (e.Type, e.Offset, e.Length)));
        Assert.Contains("can't parse entities", await RefusalAsync(() => _rig.Bot.SendMessage(_anna.Id, "<b>a", ParseMode.Html)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_changes_the_message_in_place_and_takes_the_buttons_away_unless_given()
    {
        var sent = await _rig.SendAsync(_anna, "one", "A");
        _rig.Time.Advance(TimeSpan.FromMinutes(1));

        var edited = await _rig.Bot.EditMessageText(_anna.Id, sent.Id, "two");

        Assert.Equal((sent.Id, "two"), (edited.Id, edited.Text));
        Assert.Equal(sent.Date.AddMinutes(1), edited.EditDate);
        Assert.Equal(sent.Date, edited.Date);
        var shown = Assert.Single(_anna.Screen, m => !m.FromPerson);
        Assert.Equal(("two", 0), (shown.Text, shown.Rows.Count));
        Assert.Equal(_rig.Time.GetUtcNow(), shown.EditedAt);
    }

    [Fact]
    public async Task The_buttons_alone_can_be_edited()
    {
        var sent = await _rig.SendAsync(_anna, "one", "A");

        _ = await _rig.Bot.EditMessageReplyMarkup(_anna.Id, sent.Id, PhoneRig.Keyboard("B"));

        Assert.Equal(("one", "B"), (_anna.Screen[^1].Text, _anna.Screen[^1].Buttons.Single().Label));
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_is_refused()
    {
        var sent = await _rig.SendAsync(_anna, "one", "A");
        const string Same = "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
            + "as a current content and reply markup of the message";

        Assert.Equal(Same, await RefusalAsync(() => _rig.Bot.EditMessageText(_anna.Id, sent.Id, "one", replyMarkup: PhoneRig.Keyboard("A"))));
        Assert.Equal(Same, await RefusalAsync(() => _rig.Bot.EditMessageReplyMarkup(_anna.Id, sent.Id, PhoneRig.Keyboard("A"))));
        _ = await _rig.Bot.EditMessageText(_anna.Id, sent.Id, "one", replyMarkup: PhoneRig.Keyboard("B"));
    }

    [Fact]
    public async Task Only_the_bots_own_messages_without_a_reply_keyboard_can_be_edited()
    {
        var carrier = await _rig.Bot.SendMessage(_anna.Id, "x", replyMarkup: new ReplyKeyboardMarkup("A"));

        Assert.Equal("Bad Request: message can't be edited", await RefusalAsync(() => _rig.Bot.EditMessageText(_anna.Id, carrier.Id, "y")));
        Assert.Equal("Bad Request: message can't be edited", await RefusalAsync(() => _rig.Bot.EditMessageText(_anna.Id, _anna.Screen[0].Id, "y")));
        Assert.Equal("Bad Request: message to edit not found", await RefusalAsync(() => _rig.Bot.EditMessageText(_anna.Id, 1, "y")));
    }

    [Theory]
    [InlineData("", "message text is empty")]
    [InlineData(" \n ", "message text is empty")]
    public async Task An_empty_text_is_refused(string text, string description)
    {
        var sent = await _rig.SendAsync(_anna, "one");

        Assert.Equal($"Bad Request: {description}", await RefusalAsync(() => _rig.Bot.SendMessage(_anna.Id, text)));
        Assert.Equal($"Bad Request: {description}", await RefusalAsync(() => _rig.Bot.EditMessageText(_anna.Id, sent.Id, text)));
    }

    [Fact]
    public async Task A_text_is_at_most_4096_characters()
    {
        _ = await _rig.SendAsync(_anna, new string('가', 4096));

        Assert.Equal("Bad Request: message is too long", await RefusalAsync(() => _rig.SendAsync(_anna, new string('가', 4097))));
    }

    [Fact]
    public async Task Button_data_is_1_to_64_bytes()
    {
        _ = await _rig.Bot.SendMessage(_anna.Id, "x", replyMarkup: InlineKeyboardButton.WithCallbackData("A", new string('d', 64)));

        Assert.Equal("Bad Request: BUTTON_DATA_INVALID", await DataAsync(new string('d', 65)));
        Assert.Equal("Bad Request: BUTTON_DATA_INVALID", await DataAsync(string.Concat(Enumerable.Repeat("가", 22))));
        var (status, body) = await _rig.CallAsync("sendMessage", new
        {
            chat_id = _anna.Id,
            text = "x",
            reply_markup = new { inline_keyboard = new[] { new[] { new { text = "A", callback_data = "" } } } },
        });
        Assert.Equal((400, "Bad Request: BUTTON_DATA_INVALID"), (status, body.GetProperty("description").GetString()));

        Task<string> DataAsync(string data) => RefusalAsync(() =>
            _rig.Bot.SendMessage(_anna.Id, "x", replyMarkup: InlineKeyboardButton.WithCallbackData("A", data)));
    }

    [Fact]
    public async Task Both_sides_messages_can_be_deleted()
    {
        var sent = await _rig.SendAsync(_anna, "one");
        var hers = _anna.Screen[0].Id;

        await _rig.Bot.DeleteMessage(_anna.Id, sent.Id);
        await _rig.Bot.DeleteMessage(_anna.Id, hers);

        Assert.Empty(_anna.Screen);
        Assert.Equal("Bad Request: message to delete not found", await RefusalAsync(() => _rig.Bot.DeleteMessage(_anna.Id, hers)));
    }

    [Fact]
    public async Task Deleting_many_skips_what_is_not_there()
    {
        var sent = await _rig.SendAsync(_anna, "one");

        await _rig.Bot.DeleteMessages(_anna.Id, [sent.Id, sent.Id + 500, _anna.Screen[0].Id]);

        Assert.Empty(_anna.Screen);
        Assert.Equal(
            "Bad Request: too many message identifiers specified",
            await RefusalAsync(() => _rig.Bot.DeleteMessages(_anna.Id, Enumerable.Range(1, 101))));
    }

    [Fact]
    public async Task After_48_hours_nothing_can_be_deleted()
    {
        var old = await _rig.SendAsync(_anna, "old");
        _rig.Time.Advance(TimeSpan.FromHours(48));
        var young = await _rig.SendAsync(_anna, "young");
        const string TooOld = "Bad Request: message can't be deleted for everyone";

        Assert.Equal(TooOld, await RefusalAsync(() => _rig.Bot.DeleteMessage(_anna.Id, old.Id)));
        Assert.Equal(TooOld, await RefusalAsync(() => _rig.Bot.DeleteMessages(_anna.Id, [young.Id, old.Id])));
        Assert.Equal(["old", "young"], _anna.Screen.Where(m => !m.FromPerson).Select(m => m.Text));
        _ = await _rig.Bot.EditMessageText(_anna.Id, old.Id, "still editable");
    }

    [Fact]
    public async Task A_person_who_never_started_cannot_be_reached()
    {
        var silent = _rig.World.Join("Bo");

        Assert.Equal("Bad Request: chat not found", await RefusalAsync(() => _rig.SendAsync(silent, "x")));
        Assert.Equal("Bad Request: chat not found", await RefusalAsync(() => _rig.Bot.EditMessageText(silent.Id, 1, "x")));
        Assert.Equal("Bad Request: chat not found", await RefusalAsync(() => _rig.Bot.SendMessage(42, "x")));
        Assert.Equal("Bad Request: chat_id is empty", (await _rig.CallAsync("sendMessage", new { text = "x" })).Body.GetProperty("description").GetString());
    }

    [Fact]
    public async Task Message_ids_are_one_sequence_for_the_whole_bot()
    {
        var bo = await _rig.JoinedAsync("Bo");

        var first = await _rig.SendAsync(_anna, "a");
        var second = await _rig.SendAsync(bo, "b");

        Assert.Equal(first.Id + 1, second.Id);
    }

    private static async Task<string> RefusalAsync(Func<Task> call)
    {
        var refusal = await Assert.ThrowsAsync<ApiRequestException>(call);
        Assert.Equal(400, refusal.ErrorCode);
        return refusal.Message;
    }
}
