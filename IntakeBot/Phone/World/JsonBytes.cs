using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntakeBot.Phone;

/// <summary>Writes JSON into one buffer per thread and hands out a copy.</summary>
internal static class JsonBytes
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _spare;

    public static byte[] Write<T>(T state, Action<Utf8JsonWriter, T> write)
    {
        var buffer = _spare ?? new ArrayBufferWriter<byte>(4096);
        _spare = null;
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer, state);
        }

        var written = buffer.WrittenSpan.ToArray();
        buffer.ResetWrittenCount();
        _spare = buffer;
        return written;
    }

    public static byte[] Write(JsonElement element) => Write(element, static (writer, e) => e.WriteTo(writer));

    public static void WriteRaw(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(value, skipInputValidation: true);
    }
}
