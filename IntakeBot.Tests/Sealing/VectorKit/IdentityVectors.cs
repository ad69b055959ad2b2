using System.Text;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>Identity files under the least that Argon2id takes, so that reading them costs nothing.</summary>
internal static class IdentityVectors
{
    private const string Passphrase = "four words of hers";

    private static readonly byte[] Content = FixedRoster.Content("ada", 1, 2);

    public static IEnumerable<Vector> All() => [.. Good(), .. Passphrases(), .. Headers(), .. Contents()];

    private static IEnumerable<Vector> Good()
    {
        yield return Of("good", Vector.Success, "Two epochs.", File(Content));
        yield return Of("good-organisation", Vector.Success, "No epoch: an organisation's key.", File(FixedRoster.Content("organisation")));
        yield return Of("good-64", Vector.Success, "64 epochs, the most.", File(FixedRoster.Content("ada", [.. Enumerable.Range(1, 64).Select(e => (uint)e)])));
        yield return Of("good-gaps", Vector.Success, "Epochs with gaps, the last the largest.", File(FixedRoster.Content("ada", 0, 7, uint.MaxValue)));
        yield return Of("good-passes", Vector.Success, "Sixteen passes over 9 KiB.", File(Content, passes: 16, kibibytes: 9));
        yield return Of("good-korean", Vector.Success, "A passphrase that is not ASCII: its UTF-8 bytes count.", File(Content, "네 개의 낱말과 하나"), "네 개의 낱말과 하나");
    }

    private static IEnumerable<Vector> Passphrases()
    {
        Vector Wrong(string name, string about, string typed) => Of($"passphrase-{name}", "identity", about, File(Content), typed);

        yield return Wrong("other", "Another passphrase.", "four words of his");
        yield return Wrong("capital", "A capital letter.", "Four words of hers");
        yield return Wrong("blank", "A blank behind it.", Passphrase + " ");
        yield return Wrong("wide", "A letter of another script that looks the same.", Passphrase.Replace("o", "о", StringComparison.Ordinal));
        yield return Wrong("none", "No passphrase.", "");
    }

    private static IEnumerable<Vector> Headers()
    {
        var good = File(Content);
        (string Name, string About, byte[] File)[] wrong =
        [
            ("version-0", "Version 0, and the box is bound to it.", File(Content, version: 0)), ("version-2", "Version 2, and the box is bound to it.", File(Content, version: 2)),
            ("kind", "The kind is C, and the box is bound to it.", File(Content, kind: 'C')), ("passes-0", "No pass.", Fixed.Put(good, 5, 0)),
            ("passes-2", "Two passes where one was made.", Fixed.Put(good, 5, 2)), ("passes-17", "17 passes, and the box fits.", File(Content, passes: 17)),
            ("memory-7", "7 KiB.", Fixed.Put(good, 9, 7)), ("memory-9", "9 KiB where 8 were used.", Fixed.Put(good, 9, 9)), ("memory-gib", "1 GiB.", Fixed.Put(good, 6, 0, 16, 0, 0)),
            ("memory-most", "As much memory as four bytes can say.", Fixed.Put(good, 6, 255, 255, 255, 255)), ("salt", "One bit of the salt is changed.", Fixed.Flip(good, 25)),
            ("nonce", "One bit of the nonce is changed.", Fixed.Flip(good, 26)), ("text", "One bit of the content is changed.", Fixed.Flip(good, 50)),
            ("tag", "One bit of the tag is changed.", Fixed.Flip(good, good.Length - 1)), ("shorter", "The last byte is gone.", good[..^1]),
            ("longer", "One zero byte follows.", [.. good, 0]), ("header-only", "Nothing but the header.", good[..26]), ("empty", "No byte.", []),
            ("unbound", "The box is not bound to the header.", File(Content, bound: false)), ("4097", "4097 bytes.", [.. good, .. new byte[4097 - good.Length]]),
        ];
        return wrong.Select(w => Of(w.Name, "identity", w.About, w.File));
    }

    private static IEnumerable<Vector> Contents()
    {
        Vector Wrong(string name, string about, byte[] content) => Of($"content-{name}", "identity", about, File(content));

        yield return Wrong("same-epoch", "One epoch stands twice.", FixedRoster.Content("ada", 1, 1));
        yield return Wrong("falling", "The epochs fall.", FixedRoster.Content("ada", 2, 1));
        yield return Wrong("65", "65 epochs.", FixedRoster.Content("ada", [.. Enumerable.Range(1, 65).Select(e => (uint)e)]));
        yield return Wrong("shorter", "An epoch lacks its last byte.", Content[..^1]);
        yield return Wrong("longer", "One byte follows the last epoch.", [.. Content, 0]);
        yield return Wrong("half", "An epoch without its seed.", Content[..^32]);
        yield return Wrong("31", "31 bytes of a signing key.", Content[..31]);
        yield return Wrong("none", "No content.", []);
    }

    private static byte[] File(
        byte[] content, string passphrase = Passphrase, uint passes = 1, uint kibibytes = 8, byte version = 1, char kind = 'I', bool bound = true)
    {
        byte[] header = [version, (byte)kind, .. FixedRoster.Big(passes), .. FixedRoster.Big(kibibytes), .. Fixed.Bytes("salt", 16)];
        var key = new byte[Aead.KeySize];
        PassphraseKey.Fill(key, passphrase, header.AsSpan(10), new(passes, kibibytes));
        return [.. header, .. Fixed.Box(content, bound ? header : [], key)];
    }

    private static Vector Of(string name, string expect, string about, byte[] file, string passphrase = Passphrase) =>
        Vector.Draft($"identity-{name}", "identity", expect, about).With("passphrase", ProgramReader.Hex(Encoding.UTF8.GetBytes(passphrase))).With("identity", file);
}
