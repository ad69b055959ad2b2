using System.Text;
using IntakeBot.Desk;
using Microsoft.AspNetCore.Http;

namespace IntakeBot.Tests.Desk;

/// <summary>A passphrase comes out of a form as it was typed.</summary>
public sealed class PassphraseFormTests
{
    private const int Most = 200;

    [Theory]
    [InlineData("passphrase=rope", "rope")]
    [InlineData("passphrase=rope+lamp", "rope lamp")]
    [InlineData("passphrase=rope%20lamp", "rope lamp")]
    [InlineData("passphrase=a%2Bb", "a+b")]
    [InlineData("passphrase=100%25", "100%")]
    [InlineData("passphrase=%2525", "%25")]
    [InlineData("passphrase=a%26b%3Dc", "a&b=c")]
    [InlineData("passphrase=a=b", "a=b")]
    [InlineData("passphrase=%7e%7E", "~~")]
    [InlineData("passphrase=%EC%97%AC%20%F0%9F%94%91", "여 🔑")]
    [InlineData("passphrase=여", "여")]
    [InlineData("passphrase=50%", "50%")]
    [InlineData("passphrase=50%2", "50%2")]
    [InlineData("passphrase=50%zz", "50%zz")]
    [InlineData("language=ko&passphrase=rope&more=1", "rope")]
    [InlineData("more=1&again=lamp&passphrase=rope", "rope")]
    [InlineData("mypassphrase=no&passphrase=rope", "rope")]
    [InlineData("passphrases=no&passphrase=rope", "rope")]
    [InlineData("passphrase=rope&passphrase=lamp", "rope")]
    [InlineData("passphrase=&more=1", "")]
    [InlineData("passphrase", "")]
    [InlineData("more=passphrase", "")]
    [InlineData("", "")]
    public async Task The_field_is_read_as_browsers_write_it(string form, string typed) => Assert.Equal(typed.ToCharArray(), await ReadAsync(form));

    [Fact]
    public async Task Both_fields_are_read_in_either_order()
    {
        foreach (var form in new[] { "passphrase=rope+a&again=lamp%21", "again=lamp%21&passphrase=rope+a" })
        {
            var (first, again) = await PassphraseForm.ReadTwiceAsync(Request(form), Most, default);

            Assert.Equal(("rope a", "lamp!"), (new string(first), new string(again)));
        }
    }

    [Fact]
    public async Task A_form_that_is_too_long_gives_nothing()
    {
        var longest = $"passphrase={new string('a', Most - 1 - "passphrase=".Length)}";

        Assert.Equal(longest.Length - "passphrase=".Length, (await ReadAsync(longest)).Length);
        Assert.Empty(await ReadAsync(longest + "a"));
        Assert.Empty(await ReadAsync($"passphrase=rope&more={new string('a', Most)}"));
    }

    private static Task<char[]> ReadAsync(string form) => PassphraseForm.ReadAsync(Request(form), Most, default);

    private static HttpRequest Request(string form)
    {
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(form));
        return context.Request;
    }
}
