using System.Buffers.Binary;
using System.Text;

namespace IntakeBot.Core.Questionnaires;

/// <summary>The bytes of <see cref="Questionnaire.Canonical"/>, where they are described.</summary>
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
