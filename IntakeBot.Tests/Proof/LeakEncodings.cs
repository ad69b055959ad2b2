using System.Buffers.Text;
using System.Text;

namespace IntakeBot.Tests.Proof;

/// <summary>How bytes may have got into a file. Text encodings of bytes stand for what prints them; the words of a person are ASCII in them.</summary>
internal static class LeakEncodings
{
    public static IReadOnlyDictionary<string, Func<byte[], byte[]>> All { get; } = new Dictionary<string, Func<byte[], byte[]>>
    {
        ["as it is"] = bytes => bytes,
        ["base64"] = bytes => Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes)),
        ["base64url"] = bytes => Encoding.ASCII.GetBytes(Base64Url.EncodeToString(bytes)),
        ["hex"] = bytes => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes)),
        ["HEX"] = bytes => Encoding.ASCII.GetBytes(Convert.ToHexString(bytes)),
        ["base64 in UTF-16"] = bytes => Encoding.Unicode.GetBytes(Convert.ToBase64String(bytes)),
        ["base64url in UTF-16, high byte first"] = bytes => Encoding.BigEndianUnicode.GetBytes(Base64Url.EncodeToString(bytes)),
        ["hex in UTF-16"] = bytes => Encoding.Unicode.GetBytes(Convert.ToHexString(bytes)),
        ["base64 in hex in UTF-16"] = bytes => Encoding.Unicode.GetBytes(Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes)))),
    };
}
