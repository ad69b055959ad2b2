using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace IntakeBot.Cli;

/// <summary>
/// One line for each event, with its day and no time of day. Of an event that is not ours there is the name alone, and of an exception the type: their
/// words may quote anything.
/// </summary>
internal sealed class LogLines(bool isJson, TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "intakebot";

    private const string Ours = $"{nameof(IntakeBot)}.";
    private const string Template = "{OriginalFormat}";

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var isOurs = logEntry.Category.StartsWith(Ours, StringComparison.Ordinal);
        var text = isOurs ? logEntry.Formatter(logEntry.State, null) : logEntry.EventId.Name ?? "";
        var error = logEntry.Exception?.GetType().Name;
        textWriter.WriteLine(isJson
            ? Json(logEntry.LogLevel, logEntry.Category, logEntry.EventId, text, error, isOurs ? logEntry.State as IReadOnlyList<KeyValuePair<string, object?>> : null)
            : $"{Day} {logEntry.LogLevel} {logEntry.Category}[{logEntry.EventId.Id}] {text}{(error is null ? "" : $" ({error})")}");
    }

    private string Day => $"{Core.Sealing.Day.Today(time)}Z";

    private string Json(LogLevel level, string category, EventId id, string text, string? error, IReadOnlyList<KeyValuePair<string, object?>>? values)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            writer.WriteStartObject();
            writer.WriteString("day"u8, Day);
            writer.WriteString("level"u8, level.ToString());
            writer.WriteNumber("event"u8, id.Id);
            writer.WriteString("name"u8, id.Name);
            writer.WriteString("class"u8, category);
            writer.WriteString("text"u8, text);
            foreach (var (name, value) in (values ?? []).Where(v => v.Key != Template))
            {
                WriteValue(writer, name, value);
            }

            if (error is not null)
            {
                writer.WriteString("error"u8, error);
            }

            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteValue(Utf8JsonWriter writer, string name, object? value)
    {
        if (value is int or uint or long)
        {
            writer.WriteNumber(name, Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteString(name, value?.ToString());
        }
    }
}
