using System.Buffers.Binary;
using System.Text;

namespace IntakeBot.Core.Questionnaires;

/// <summary>
/// The bytes that the questionnaire hash is taken over. For <c>questionnaire.yaml</c>, and then for every language file in
/// ordinal order of its name relative to the config folder ("languages/en.yaml"):
/// the name in UTF-8 | 0x00 | the content's length, 8 bytes big-endian | the content in UTF-8, without byte order mark, with
/// every CRLF and CR as LF. The same words thus have the same hash on every system.
/// </summary>
internal static class Canonical
{
    public static byte[] Of(IEnumerable<SourceFile> files)
    {
        using var bytes = new MemoryStream();
        Span<byte> length = stackalloc byte[sizeof(long)];
        foreach (var file in files)
        {
            var content = Encoding.UTF8.GetBytes(file.Text);
            BinaryPrimitives.WriteInt64BigEndian(length, content.Length);
            bytes.Write(Encoding.UTF8.GetBytes(file.Name));
            bytes.WriteByte(0);
            bytes.Write(length);
            bytes.Write(content);
        }

        return bytes.ToArray();
    }
}
