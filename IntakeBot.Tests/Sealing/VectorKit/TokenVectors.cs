using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>Buttons that are none, and buttons of somebody else.</summary>
internal static class TokenVectors
{
    private const long Bot = 1_234_567_890;
    private const long Person = 9_876_543_210;

    private static readonly byte[] Server = Fixed.Bytes("server key");
    private static readonly byte[] Body = [1, 0x32, 0x05, 33, .. Fixed.Bytes("L", 16), .. Fixed.Bytes("k", 16)];

    public static IEnumerable<Vector> All() => [.. Good(), .. Macs(), .. Texts()];

    private static IEnumerable<Vector> Good()
    {
        yield return Token("good", Vector.Success, "A press after consent.", Made(Body));
        yield return Token("good-least", Vector.Success, "Every field is zero.", Made([1, .. new byte[35]]));
        yield return Token("good-most", Vector.Success, "Every field is as large as it may be.", Made([1, .. Enumerable.Repeat((byte)255, 35)]));
        yield return Token("good-free-option", Vector.Success, "A free option byte decodes, and means nothing.", Made(Fixed.Put(Body, 3, 100)));
        yield return Token("good-negative", Vector.Success, "Ids are signed.", Made(Body, -5, -6), bot: -5, person: -6);
    }

    private static IEnumerable<Vector> Macs()
    {
        (string Field, int At)[] fields =
            [("language", 1), ("step", 2), ("option", 3), ("L-first", 4), ("L-last", 19), ("k-first", 20), ("k-last", 35), ("mac-first", 36), ("mac-last", 47)];
        foreach (var (field, at) in fields)
        {
            yield return Token($"mac-{field}", "mac", $"One bit of byte {at} is changed.", Base64Url.EncodeToString(Fixed.Flip(Base64Url.DecodeFromChars(Made(Body)), at)));
        }

        yield return Token("mac-person", "mac", "Somebody else presses it.", Made(Body), person: Person + 1);
        yield return Token("mac-bot", "mac", "It comes to another bot.", Made(Body), bot: Bot + 1);
        yield return Token("mac-ids-swapped", "mac", "Bot and person have changed places.", Made(Body), bot: Person, person: Bot);
        yield return Token("mac-server", "mac", "Another server made it.", Made(Body), server: Fixed.Flip(Server, 0));
        yield return Token("mac-no-person", "mac", "The MAC does not cover the person.", Text(Body, Mac(Hash.Of(Server, "mac", []), Body, [.. Big(Bot)])));
        yield return Token("mac-little-endian", "mac", "The MAC covers bot and person with their bytes reversed.", Text(Body, Mac(Hash.Of(Server, "mac", []), Body, [.. Big(Bot).Reverse(), .. Big(Person).Reverse()])));
        yield return Token("mac-plain-key", "mac", "The MAC was made with the server key itself.", Text(Body, Mac(Server, Body, [.. Big(Bot), .. Big(Person)])));
        yield return Token("mac-zero", "mac", "The MAC is all zero.", Text(Body, new byte[12]));
    }

    private static IEnumerable<Vector> Texts()
    {
        var good = Made(Body);
        (string Name, string About, string Text)[] wrong =
        [
            ("version-0", "Format version 0, with its MAC.", Made(Fixed.Put(Body, 0, 0))), ("version-2", "Format version 2, with its MAC.", Made(Fixed.Put(Body, 0, 2))),
            ("shorter", "The last character is gone.", good[..^1]), ("longer", "One character more.", good + "A"), ("empty", "No character.", ""),
            ("three-bytes-less", "60 characters.", good[..60]), ("three-bytes-more", "68 characters.", good + "AAAA"),
            ("padding-1", "The last character is =.", good[..^1] + "="), ("padding-2", "The last two characters are =.", good[..^2] + "=="),
            ("padding-more", "Padding behind 64 characters.", good + "=="), ("percent", "The last character is %.", good[..^1] + "%"),
            ("blank-in", "A blank among 64 characters.", good[..31] + " " + good[32..]), ("blank-more", "A blank more.", good[..31] + " " + good[31..]),
            ("blank-before", "A blank before it.", " " + good), ("line-end", "A line end behind it.", good + "\n"),
            ("crlf-in", "CR LF among 64 characters.", good[..30] + "\r\n" + good[32..]), ("plus", "A + of the other alphabet.", good[..40] + "+" + good[41..]),
            ("slash", "A / of the other alphabet.", good[..40] + "/" + good[41..]), ("dot", "A dot.", good[..40] + "." + good[41..]),
            ("nul", "A zero byte.", good[..40] + "\0" + good[41..]), ("wide", "A letter A of full width.", good[..40] + "Ａ" + good[41..]),
        ];
        return wrong.Select(w => Token(w.Name, "token", w.About, w.Text));
    }

    private static string Made(byte[] body, long bot = Bot, long person = Person) =>
        Text(body, Mac(Hash.Of(Server, "mac", []), body, [.. Big(bot), .. Big(person)]));

    private static byte[] Mac(byte[] key, byte[] body, byte[] ids) => Hash.Of(key, "token", [.. body, .. ids])[..12];

    private static string Text(byte[] body, byte[] mac) => Base64Url.EncodeToString([.. body, .. mac]);

    private static byte[] Big(long id)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, id);
        return bytes;
    }

    private static Vector Token(string name, string expect, string about, string text, long bot = Bot, long person = Person, byte[]? server = null) =>
        Vector.Draft($"token-{name}", "token", expect, about)
            .With("server key", ProgramReader.Hex(server ?? Server)).With("bot", bot.ToString(CultureInfo.InvariantCulture))
            .With("person", person.ToString(CultureInfo.InvariantCulture)).With("token", Encoding.UTF8.GetBytes(text));
}
