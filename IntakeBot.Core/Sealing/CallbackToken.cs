using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// What a button carries: 48 bytes, 64 characters of base64url, exactly Telegram's limit.
/// version 1 ‖ step 2 (language 4 bits, number 12 bits) ‖ option 1 ‖ L 16 ‖ k 16 ‖ first 12 bytes of the MAC, which also
/// covers the bot and the presser, so that a forged press, or a forwarded one pressed by somebody else, is refused.
/// </summary>
public readonly record struct CallbackToken
{
    public const int Size = 48;

    /// <summary>Characters of the text in a button.</summary>
    public const int TextLength = 64;

    public const int MaxStep = 4095;

    private const int MacSize = 12;
    private const int BodySize = Size - MacSize;

    /// <summary>Number of the language, 0 to 15.</summary>
    public required byte Language { get; init; }

    /// <summary>0 to 15: a screen of the gate; else 15 + commits made.</summary>
    public required ushort Step { get; init; }

    /// <summary>0 to 159: an answer or a toggle's wanted state; 160 to 255: a command.</summary>
    public required byte Option { get; init; }

    public required Locator Locator { get; init; }

    public required StepKey Key { get; init; }

    public string Encode(ServerKey server, long bot, long person)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Language, 15);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Step, MaxStep);
        Span<byte> bytes = stackalloc byte[Size];
        bytes[0] = Format.Version;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[1..], (ushort)((Language << 12) | Step));
        bytes[3] = Option;
        Locator.CopyTo(bytes[4..]);
        Key.CopyTo(bytes[20..]);
        Mac(bytes[BodySize..], bytes[..BodySize], server, bot, person);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>
    /// Reads the fields without asking who pressed. Null for another length, alphabet or version.
    /// Only <paramref name="genuine"/> tells whether the server made it for this person.
    /// </summary>
    public static CallbackToken? Decode(string text, ServerKey server, long bot, long person, out bool genuine)
    {
        genuine = false;
        Span<byte> bytes = stackalloc byte[Size];
        if (text.Length != TextLength || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var read)
            || read != Size || bytes[0] != Format.Version)
        {
            return null;
        }

        Span<byte> mac = stackalloc byte[MacSize];
        Mac(mac, bytes[..BodySize], server, bot, person);
        genuine = CryptographicOperations.FixedTimeEquals(mac, bytes[BodySize..]);
        var step = BinaryPrimitives.ReadUInt16BigEndian(bytes[1..]);
        return new CallbackToken
        {
            Language = (byte)(step >> 12),
            Step = (ushort)(step & MaxStep),
            Option = bytes[3],
            Locator = Locator.Read(bytes[4..]),
            Key = StepKey.Read(bytes[20..]),
        };
    }

    /// <summary>The option byte of anything shaped like a token, genuine or not; null otherwise.</summary>
    public static byte? OptionOf(string text)
    {
        Span<byte> bytes = stackalloc byte[Size];
        return text.Length == TextLength && Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out var read)
            && read == Size && bytes[0] == Format.Version ? bytes[3] : null;
    }

    /// <summary>Says nothing: a token belongs in no log.</summary>
    public override string ToString() => nameof(CallbackToken);

    private static void Mac(Span<byte> mac, ReadOnlySpan<byte> body, ServerKey server, long bot, long person)
    {
        Span<byte> message = stackalloc byte[BodySize + 16];
        body.CopyTo(message);
        BinaryPrimitives.WriteInt64BigEndian(message[BodySize..], bot);
        BinaryPrimitives.WriteInt64BigEndian(message[(BodySize + 8)..], person);
        Span<byte> hash = stackalloc byte[Hash.Size];
        server.MacOf(hash, message);
        hash[..MacSize].CopyTo(mac);
    }
}
