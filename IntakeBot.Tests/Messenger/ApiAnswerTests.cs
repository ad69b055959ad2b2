using System.Net;
using System.Text;
using IntakeBot.Messenger;
using Telegram.Bot.Exceptions;

namespace IntakeBot.Tests.Messenger;

public sealed class ApiAnswerTests
{
    [Theory]
    [InlineData("""{"ok":true,"result":true}""", true)]
    [InlineData("""{"result":{"ok":false},"ok":true}""", true)]
    [InlineData("""{"ok":false}""", false)]
    [InlineData("""{"result":{"ok":true}}""", false)]
    [InlineData("""{"ok":"true"}""", false)]
    [InlineData("<html>", false)]
    [InlineData("""{"result":[""", false)]
    [InlineData("[]", false)]
    [InlineData("", false)]
    [InlineData("""{"\ud800":1,"ok":true}""", false)]
    public void Only_true_at_the_top_is_ok(string body, bool ok) => Assert.Equal(ok, ApiAnswer.IsOk(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void A_refusal_is_read_as_the_library_reads_it()
    {
        var refused = Failure(
            """{"ok":false,"x":[{"error_code":1}],"error_code":429,"description":"Too Many Requests: retry after 7","parameters":{"migrate_to_chat_id":-1,"retry_after":7}}""");

        var api = Assert.IsType<ApiRequestException>(refused);
        Assert.Equal((429, 7), (api.ErrorCode, api.Parameters?.RetryAfter));
        Assert.Contains("retry after 7", api.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_behind_the_parameters_is_not_taken_for_one_of_them()
    {
        var refused = Failure("""{"parameters":{},"error_code":400,"description":"Bad Request: message is not modified","retry_after":9}""");

        var api = Assert.IsType<ApiRequestException>(refused);
        Assert.Null(api.Parameters?.RetryAfter);
        Assert.IsType<DrawFailure.AlreadyDrawn>(DrawFailures.Read(api));
    }

    [Theory]
    [InlineData("<html>Bad Gateway</html>")]
    [InlineData("")]
    [InlineData("""{"ok":true}""")]
    [InlineData("""{"ok":false,"error_code":"400"}""")]
    [InlineData("""{"ok":false,"error_code":400,"description":7}""")]
    public void What_is_no_answer_of_the_Bot_API_is_a_failure_of_the_way_there(string body)
    {
        var failure = Failure(body);

        Assert.IsNotType<ApiRequestException>(failure);
        Assert.Equal(HttpStatusCode.BadGateway, failure.HttpStatusCode);
        Assert.IsType<DrawFailure.Away>(DrawFailures.Read(failure));
    }

    [Fact]
    public void Updates_are_read_one_by_one()
    {
        var arrivals = ApiAnswer.Arrivals("""{"ok":true,"result":[{"update_id":5,"poll":{}},7,{"update_id":6}]}"""u8.ToArray());

        Assert.Equal([5, null, 6], arrivals.Select(a => a?.UpdateId));
    }

    [Theory]
    [InlineData("""{"ok":true}""")]
    [InlineData("""{"ok":true,"result":true}""")]
    [InlineData("""{"ok":true,"result":[""")]
    public void A_list_that_is_none_is_a_failure(string body) =>
        Assert.Throws<RequestException>(() => ApiAnswer.Arrivals(Encoding.UTF8.GetBytes(body)));

    private static RequestException Failure(string body) => ApiAnswer.Failure(Encoding.UTF8.GetBytes(body), HttpStatusCode.BadGateway);
}
