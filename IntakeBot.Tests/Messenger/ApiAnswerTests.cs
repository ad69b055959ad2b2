using System.Net;
using System.Text;
using IntakeBot.Messenger;
using Telegram.Bot.Exceptions;

namespace IntakeBot.Tests.Messenger;

public sealed class ApiAnswerTests
{
    [Theory]
    [InlineData("""{"ok":false,"error_code":400,"description":"Bad Request: message is not modified: x"}""", 400, "Bad Request: message is not modified: x", null)]
    [InlineData("""{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7","parameters":{"retry_after":7}}""", 429, "Too Many Requests: retry after 7", 7)]
    [InlineData("""{"parameters":{"x":{"retry_after":1},"retry_after":9},"description":"d","error_code":429,"ok":false}""", 429, "d", 9)]
    [InlineData("""{"ok":false,"error_code":403}""", 403, "", null)]
    public void A_refusal_is_read_as_the_library_would(string body, int code, string description, int? wait)
    {
        var failure = Assert.IsType<ApiRequestException>(ApiAnswer.Failure(Encoding.UTF8.GetBytes(body), (HttpStatusCode)code));

        Assert.Equal((code, description, wait), (failure.ErrorCode, failure.Message, failure.Parameters?.RetryAfter));
    }

    [Theory]
    [InlineData("<html>Bad Gateway</html>")]
    [InlineData("")]
    [InlineData("{\"ok\":false,\"error_code\":")]
    [InlineData("[]")]
    public void A_gateways_page_is_no_refusal_of_the_Bot_API(string body) =>
        Assert.IsType<RequestException>(ApiAnswer.Failure(Encoding.UTF8.GetBytes(body), HttpStatusCode.BadGateway));

    [Theory]
    [InlineData("""{"ok":true,"result":true}""", true)]
    [InlineData("""{"result":{"ok":true},"ok":true}""", true)]
    [InlineData("""{"result":{"ok":true},"ok":false}""", false)]
    [InlineData("""{"ok":"true"}""", false)]
    [InlineData("""true""", false)]
    [InlineData("", false)]
    public void Only_the_top_level_says_ok(string body, bool ok) => Assert.Equal(ok, ApiAnswer.IsOk(Encoding.UTF8.GetBytes(body)));
}
