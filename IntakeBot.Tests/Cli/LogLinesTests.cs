using IntakeBot.Cli;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Cli;

public sealed class LogLinesTests
{
    private static readonly FakeTimeProvider Noon = new(new(2026, 11, 23, 12, 34, 56, TimeSpan.Zero));

    [Fact]
    public void A_line_has_the_day_the_event_and_its_values_and_no_time_of_day() => Assert.Equal(
        """{"day":"2026-11-23Z","level":"Warning","event":7,"name":"LogGone","class":"IntakeBot.Cli.X","text":"3 rows of desk 'a' went.","Count":3,"Desk":"a"}""",
        Line(isJson: true, "IntakeBot.Cli.X", null));

    [Fact]
    public void Text_is_the_same_for_eyes() => Assert.Equal("2026-11-23Z Warning IntakeBot.Cli.X[7] 3 rows of desk 'a' went.", Line(isJson: false, "IntakeBot.Cli.X", null));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_others_the_words_and_of_exceptions_the_message_are_not_written(bool isJson)
    {
        var line = Line(isJson, "Microsoft.Hosting", new IOException("secret"));

        Assert.DoesNotContain("secret", line, StringComparison.Ordinal);
        Assert.DoesNotContain("desk", line, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("LogGone", line, StringComparison.Ordinal);
        Assert.Contains("IOException", line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Line(isJson, "IntakeBot.Cli.X", new IOException("secret")), StringComparison.Ordinal);
    }

    private static string Line(bool isJson, string category, Exception? failure)
    {
        using var written = new StringWriter();
        KeyValuePair<string, object?>[] state = [new("Count", 3), new("Desk", "a"), new("{OriginalFormat}", "{Count} rows of desk '{Desk}' went.")];
        new LogLines(isJson, Noon).Write(
            new LogEntry<KeyValuePair<string, object?>[]>(LogLevel.Warning, category, new(7, "LogGone"), state, failure, (_, e) => $"3 rows of desk 'a' went.{e?.Message}"), null, written);
        return written.ToString().TrimEnd();
    }
}
