using IntakeBot.Phone;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace IntakeBot.Tests.Phone;

public sealed class PersonTests : IAsyncLifetime
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
    public async Task A_press_carries_who_where_and_what()
    {
        var minji = _rig.World.Join("민지", "김", "minji", "ko");
        _ = await _rig.Bot.GetUpdates(minji.Start() + 1);
        var sent = await _rig.SendAsync(minji, "안녕", "예");

        var press = (await PressedAsync(minji, "예")).CallbackQuery!;

        Assert.Equal((minji.Id, "민지", "김", "minji", "ko"), (press.From.Id, press.From.FirstName, press.From.LastName, press.From.Username, press.From.LanguageCode));
        Assert.Equal((sent.Id, "안녕", "data-예"), (press.Message!.Id, press.Message.Text, press.Data));
        Assert.Equal("data-예", press.Message.ReplyMarkup!.InlineKeyboard.First().First().CallbackData);
        Assert.NotEmpty(press.ChatInstance);
        Assert.NotEmpty(press.Id);
    }

    [Fact]
    public async Task A_spinner_turns_until_the_press_is_answered()
    {
        _ = await _rig.SendAsync(_anna, "x", "A");

        var press = (await PressedAsync(_anna, "A")).CallbackQuery!;
        Assert.Equal("data-A", Assert.Single(_anna.Spinners).Data);
        await _rig.Bot.AnswerCallbackQuery(press.Id, "saved", showAlert: true);

        Assert.Empty(_anna.Spinners);
        Assert.Equal(("saved", true), (_anna.Toast!.Text, _anna.Toast.Alert));
    }

    [Fact]
    public async Task A_press_can_be_answered_once_and_only_for_some_minutes()
    {
        const string TooOld = "Bad Request: query is too old and response timeout expired or query ID is invalid";
        _ = await _rig.SendAsync(_anna, "x", "A");
        var press = (await PressedAsync(_anna, "A")).CallbackQuery!;
        await _rig.Bot.AnswerCallbackQuery(press.Id);
        var late = (await PressedAsync(_anna, "A")).CallbackQuery!;
        _rig.Time.Advance(TimeSpan.FromMinutes(4));

        foreach (var id in new[] { press.Id, late.Id, "42", "nonsense" })
        {
            var refusal = await Assert.ThrowsAsync<ApiRequestException>(() => _rig.Bot.AnswerCallbackQuery(id));
            Assert.Equal((400, TooOld), (refusal.ErrorCode, refusal.Message));
        }
    }

    [Fact]
    public async Task A_modified_client_presses_anything_also_on_a_deleted_message()
    {
        var sent = await _rig.SendAsync(_anna, "x", "A");
        await _rig.Bot.DeleteMessage(_anna.Id, sent.Id);

        var update = _anna.PressData(sent.Id, "forged");
        var press = (await _rig.Bot.GetUpdates(update))[0].CallbackQuery!;

        Assert.Equal(("forged", sent.Id, MessageType.Unknown), (press.Data, press.Message!.Id, press.Message.Type));
        Assert.Equal(default, press.Message.Date);
        Assert.Equal(_anna.Id, press.Message.Chat.Id);
    }

    [Fact]
    public async Task Everything_a_phone_can_send_reads_in_the_real_client()
    {
        var first = _anna.SendPhoto("사진");
        int[] ids = [_anna.SendVoice(), _anna.SendContact("+8210", "B"), _anna.SendLocation(1.5, 2.5), _anna.SendSticker(), _anna.SendDocument("a.pdf")];

        var messages = (await _rig.Bot.GetUpdates(first)).Select(u => u.Message!).ToList();

        Assert.Equal(first + 5, ids[^1]);
        Assert.Equal(
            [MessageType.Photo, MessageType.Voice, MessageType.Contact, MessageType.Location, MessageType.Sticker, MessageType.Document],
            messages.Select(m => m.Type));
        Assert.Equal(("사진", 1280), (messages[0].Caption, messages[0].Photo![^1].Width));
        Assert.Equal(("+8210", 1.5, "a.pdf"), (messages[2].Contact!.PhoneNumber, messages[3].Location!.Latitude, messages[5].Document!.FileName));
        Assert.Equal(["photo", "voice", "contact", "location", "sticker", "document"], _anna.Screen.Skip(1).Select(m => m.Attachment!));
    }

    [Fact]
    public async Task An_own_message_can_be_edited()
    {
        _ = _anna.Type("one");
        var id = _anna.Screen[^1].Id;

        var update = (await _rig.Bot.GetUpdates(_anna.EditMessage(id, "two")))[0];

        Assert.Equal(("two", id), (update.EditedMessage!.Text, update.EditedMessage.Id));
        Assert.Equal("two", _anna.Screen[^1].Text);
        _ = Assert.Throws<InvalidOperationException>(() => _anna.EditMessage(1, "x"));
    }

    [Fact]
    public async Task A_forwarded_message_says_where_it_came_from_and_has_no_buttons()
    {
        var bo = await _rig.JoinedAsync("Bo");
        var sent = await _rig.SendAsync(_anna, "screen", "A");

        var update = (await _rig.Bot.GetUpdates(_anna.ForwardTo(bo, sent.Id)))[0];

        Assert.Equal((bo.Id, "screen"), (update.Message!.Chat.Id, update.Message.Text));
        Assert.Equal(123456, Assert.IsType<MessageOriginUser>(update.Message.ForwardOrigin).SenderUser.Id);
        Assert.Null(update.Message.ReplyMarkup);
        Assert.Empty(bo.Screen[^1].Rows);
    }

    [Fact]
    public async Task Protected_content_is_not_forwarded()
    {
        var sent = await _rig.Bot.SendMessage(_anna.Id, "x", protectContent: true);

        var refused = Assert.Throws<InvalidOperationException>(() => _anna.ForwardTo(_anna, sent.Id));

        Assert.Contains("protected", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blocking_tells_the_bot_and_shuts_it_out_until_start_is_tapped()
    {
        var sent = await _rig.SendAsync(_anna, "x", "A");
        var blocked = (await _rig.Bot.GetUpdates(_anna.Block()))[0].MyChatMember!;

        foreach (var call in new Func<Task>[]
        {
            () => _rig.SendAsync(_anna, "y"),
            () => _rig.Bot.EditMessageText(_anna.Id, sent.Id, "y"),
            () => _rig.Bot.SendChatAction(_anna.Id, ChatAction.Typing),
            () => _rig.Bot.DeleteMessage(_anna.Id, sent.Id),
        })
        {
            var refusal = await Assert.ThrowsAsync<ApiRequestException>(call);
            Assert.Equal((403, "Forbidden: bot was blocked by the user"), (refusal.ErrorCode, refusal.Message));
        }

        _ = Assert.Throws<InvalidOperationException>(() => _anna.Press("A"));
        var start = _anna.Start();
        var back = (await _rig.Bot.GetUpdates(start - 1))[0].MyChatMember!;
        Assert.Equal((ChatMemberStatus.Member, ChatMemberStatus.Kicked), (blocked.OldChatMember.Status, blocked.NewChatMember.Status));
        Assert.Equal((ChatMemberStatus.Kicked, ChatMemberStatus.Member), (back.OldChatMember.Status, back.NewChatMember.Status));
        _ = await _rig.SendAsync(_anna, "y");
    }

    [Fact]
    public async Task A_deleted_chat_is_gone_from_the_phone_and_the_bot_cannot_tell()
    {
        var sent = await _rig.SendAsync(_anna, "x", "A");
        var pending = _rig.World.Bot.PendingUpdates;

        _anna.DeleteChat();
        _ = await _rig.Bot.EditMessageText(_anna.Id, sent.Id, "into the void");

        Assert.Empty(_anna.Screen);
        Assert.Equal(pending, _rig.World.Bot.PendingUpdates);
        _ = await _rig.SendAsync(_anna, "new");
        Assert.Equal("new", Assert.Single(_anna.Screen).Text);
    }

    [Fact]
    public async Task Waiting_ends_as_soon_as_the_screen_is_right()
    {
        var waiting = _anna.WaitForAsync(s => s[^1].Text == "안녕", PhoneRig.Patience);
        Assert.False(waiting.IsCompleted);

        _ = await _rig.SendAsync(_anna, "안녕");

        Assert.Equal("안녕", (await waiting).Text);
    }

    [Fact]
    public async Task Waiting_in_vain_and_pressing_the_air_show_the_screen()
    {
        _ = await _rig.SendAsync(_anna, "안녕", "예");

        var late = await Assert.ThrowsAsync<TimeoutException>(() => _anna.WaitForAsync(_ => false, TimeSpan.Zero));
        var missed = Assert.Throws<InvalidOperationException>(() => _anna.Press("아니요"));

        Assert.Contains("Anna's phone shows:", late.Message, StringComparison.Ordinal);
        Assert.Contains("bot: 안녕\n    [예]", late.Message, StringComparison.Ordinal);
        Assert.Contains("No button \"아니요\"", missed.Message, StringComparison.Ordinal);
        Assert.Contains("[예]", missed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_people_press_at_once_and_each_update_arrives_once()
    {
        var people = Enumerable.Range(0, 40).Select(i => _rig.World.Join($"P{i}")).ToList();
        _ = await _rig.Bot.GetUpdates(-1);
        await Parallel.ForEachAsync(people, (person, stop) =>
        {
            _ = person.Start();
            _ = person.PressData(1, "x");
            return ValueTask.CompletedTask;
        });

        List<Update> all = [];
        for (var offset = 0; ; offset = all[^1].Id + 1)
        {
            var batch = await _rig.Bot.GetUpdates(offset, limit: 7);
            if (batch.Length == 0)
            {
                break;
            }

            all.AddRange(batch);
        }

        Assert.Equal(Enumerable.Range(all[0].Id, all.Count), all.Select(u => u.Id));
        Assert.Equal(80, all.Count(u => people.Exists(p => p.Id == (u.Message?.Chat.Id ?? u.CallbackQuery?.From.Id))));
        Assert.Equal(40, people.Select(p => p.Id).Distinct().Count());
    }

    private async Task<Update> PressedAsync(PhonePerson person, string label)
    {
        var id = person.Press(label);
        return Assert.Single(await _rig.Bot.GetUpdates(id));
    }
}
