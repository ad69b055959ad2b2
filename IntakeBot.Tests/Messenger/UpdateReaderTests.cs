using System.Text.Json;
using CsCheck;
using IntakeBot.Messenger;

namespace IntakeBot.Tests.Messenger;

public sealed class UpdateReaderTests
{
    [Theory]
    [InlineData("""{"update_id":1,"message":{"message_id":5,"chat":{"id":7,"type":"private"},"text":"/start"}}""", "Sent 1 7 5 Start")]
    [InlineData("""{"update_id":1,"message":{"message_id":5,"chat":{"id":7,"type":"private"},"text":"/start ../../x"}}""", "Sent 1 7 5 Start")]
    [InlineData("""{"update_id":1,"message":{"message_id":5,"chat":{"id":7,"type":"private"},"text":"/hide"}}""", "Sent 1 7 5 Hide")]
    [InlineData("""{"update_id":1,"message":{"message_id":5,"chat":{"id":7,"type":"private"},"text":"/privacy"}}""", "Sent 1 7 5 Privacy")]
    [InlineData("""{"update_id":1,"message":{"message_id":5,"chat":{"id":7,"type":"private"},"text":"/what-we-keep"}}""", "Sent 1 7 5 Kept")]
    [InlineData("""{"update_id":1,"message":{"message_id":5,"chat":{"id":7,"type":"private"},"text":"/what_we_keep"}}""", "Sent 1 7 5 Kept")]
    [InlineData("""{"update_id":1,"message":{"message_id":5,"chat":{"id":7,"type":"private"},"text":"/privacy x"}}""", "Sent 1 7 5 Other")]
    [InlineData("""{"update_id":1,"message":{"message_id":5,"chat":{"id":7,"type":"private"},"text":"/erase@otherbot"}}""", "Sent 1 7 5 Other")]
    [InlineData("""{"update_id":1,"message":{"message_id":5,"chat":{"id":7,"type":"private"},"text":"\ud800"}}""", "Sent 1 7 5 Other")]
    [InlineData("""{"update_id":1,"message":{"message_id":5,"chat":{"id":7,"type":"private"},"photo":[]}}""", "Sent 1 7 5 Other")]
    [InlineData("""{"update_id":1,"message":{"message_id":5,"chat":{"id":7,"type":"private"},"pinned_message":{}}}""", "Sent 1 7 5 Notice")]
    [InlineData("""{"update_id":1,"edited_message":{"message_id":5,"chat":{"id":7,"type":"private"},"text":"x"}}""", "Sent 1 7 5 Other")]
    [InlineData("""{"update_id":1,"message":{"message_id":5,"chat":{"id":4503599627370496,"type":"private"}}}""", "Sent 1 4503599627370496 5 Other")]
    [InlineData("""{"update_id":1,"message":{"message_id":5,"chat":{"id":-7,"type":"supergroup"},"text":"x"}}""", "Elsewhere 1 -7")]
    [InlineData("""{"update_id":1,"my_chat_member":{"chat":{"id":-7,"type":"group"},"new_chat_member":{"status":"member"}}}""", "Elsewhere 1 -7")]
    [InlineData("""{"update_id":1,"my_chat_member":{"chat":{"id":-7,"type":"group"},"new_chat_member":{"status":"left"}}}""", "Nothing 1")]
    [InlineData("""{"update_id":1,"my_chat_member":{"chat":{"id":7,"type":"private"},"new_chat_member":{"status":"kicked"}}}""", "Nothing 1")]
    [InlineData("""{"update_id":1,"callback_query":{"id":"9","from":{"id":7},"message":{"message_id":5,"chat":{"id":7,"type":"private"}},"data":"d"}}""", "Press 1 7 5 9 d")]
    [InlineData("""{"update_id":1,"callback_query":{"id":"9","from":{"id":8},"message":{"message_id":5,"chat":{"id":7,"type":"private"}},"data":"d"}}""", "Stray 1 9")]
    [InlineData("""{"update_id":1,"callback_query":{"id":"9","from":{"id":7},"inline_message_id":"x","data":"d"}}""", "Stray 1 9")]
    [InlineData("""{"update_id":1,"callback_query":{"id":"9","from":{"id":7},"message":{"message_id":5,"chat":{"id":7,"type":"private"}}}}""", "Stray 1 9")]
    [InlineData("""{"update_id":1,"callback_query":{"from":{"id":7}}}""", "Poison 1")]
    [InlineData("""{"update_id":1,"message":{"message_id":5,"chat":"?"}}""", "Poison 1")]
    [InlineData("""{"update_id":1,"message":{"message_id":1e99,"chat":{"id":7,"type":"private"}}}""", "Poison 1")]
    [InlineData("""{"update_id":1,"a_kind_of_next_year":{}}""", "Nothing 1")]
    [InlineData("""{"update_id":1,"message":{"message_id":5,"chat":{"id":7,"type":"private"},"text":"\/start"}}""", "Sent 1 7 5 Start")]
    [InlineData("""{"update_id":1,"message":{"message_id":5,"chat":{"id":7,"type":"\ud800"}}}""", "Elsewhere 1 7")]
    [InlineData("""{"update_id":"1"}""", "unread")]
    [InlineData("""{"update_id":1,"\ud800aaaaaaaaa":1}""", "unread")]
    [InlineData("""[1]""", "unread")]
    [InlineData("""null""", "unread")]
    public void An_update_is_read_for_the_few_fields_that_are_needed(string json, string expected) =>
        Assert.Equal(expected, Text(UpdateReader.Read(JsonDocument.Parse(json).RootElement)));

    [Theory]
    [InlineData(""" "text":"아이\u0020\ud83d\ude00" """, "아이 \U0001F600")]
    [InlineData(""" "text":"a\ud800" """, null)]
    [InlineData(""" "text":["a"] """, null)]
    [InlineData(""" "text":"a","pinned_message":{} """, null)]
    [InlineData(""" "caption":"a","photo":[] """, null)]
    public void Of_what_is_sent_only_typed_words_are_handed_on(string fields, string? text)
    {
        var json = $$"""{"update_id":1,"message":{"message_id":5,"chat":{"id":7,"type":"private"},{{fields}}} }""";

        var sent = Assert.IsType<Arrival.Sent>(UpdateReader.Read(JsonDocument.Parse(json).RootElement));

        Assert.Equal((text, "Sent"), (sent.Text, $"{sent}"));
    }

    [Fact]
    public void No_JSON_whatever_makes_the_reader_throw()
    {
        var names = Const("update_id", "message", "callback_query", "chat", "id", "from", "type", "message_id", "data", "text", "\\ud800");
        var leaf = Gen.OneOf(Gen.Long.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)), Const("null", "true", "\"private\"", "\"\\ud800\"", "1.5", "-1", "[]", "{}"));
        Gen<string> Json(int depth) => depth == 0 ? leaf : Gen.OneOf(
            leaf, Gen.Select(names, Json(depth - 1)).List[0, 5].Select(l => "{" + string.Join(',', l.DistinctBy(p => p.Item1).Select(p => $"\"{p.Item1}\":{p.Item2}")) + "}"));
        Json(4).Sample(json => _ = UpdateReader.Read(JsonDocument.Parse(json).RootElement), iter: 5000);
    }

    private static Gen<string> Const(params string[] values) => Gen.OneOf([.. values.Select(v => Gen.Const(v))]);

    private static string Text(Arrival? arrival) => arrival switch
    {
        Arrival.Press p => $"Press {p.UpdateId} {p.Person} {p.Message} {p.Callback} {p.Data}",
        Arrival.Sent s => $"Sent {s.UpdateId} {s.Person} {s.Message} {s.Words}",
        Arrival.Elsewhere e => $"Elsewhere {e.UpdateId} {e.Chat}",
        Arrival.Stray s => $"Stray {s.UpdateId} {s.Callback}",
        null => "unread",
        _ => $"{arrival.GetType().Name} {arrival.UpdateId}",
    };
}
