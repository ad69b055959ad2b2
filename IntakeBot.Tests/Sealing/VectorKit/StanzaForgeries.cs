using IntakeBot.Core.Sealing;
using Native = IntakeBot.Core.Sealing.Sodium;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>Stanzas that X-Wing opens for Ben, with one step of the box made otherwise than the format says.</summary>
internal static class StanzaForgeries
{
    public static IEnumerable<(string Name, string About, byte[] Stanza)> All(FixedIntake intake)
    {
        byte[] place = intake.Place.ToArray();
        byte[] right = [1, .. place, FixedIntake.Ben];
        var plain = intake.SeedBytes();

        yield return Make("ad-version-0", "The box is bound to format version 0.", plain, [0, .. place, FixedIntake.Ben]);
        yield return Make("ad-version-2", "The box is bound to format version 2.", plain, [2, .. place, FixedIntake.Ben]);
        yield return Make("ad-place", "The box is bound to another intake's place.", plain, [1, .. Fixed.Flip(place, 0), FixedIntake.Ben]);
        yield return Make("ad-roster-place", "The box is bound to place 0 of the roster.", plain, [1, .. place, 0]);
        yield return Make("ad-none", "The box is bound to nothing.", plain, []);
        yield return Make("key-shared", "The box's key is the shared secret itself.", plain, right, (shared, _, _) => shared);
        yield return Make("key-label", "The box's key was made with the label \"slot\".", plain, right, (s, c, p) => Hash.Of(s, "slot", [.. c, .. p]));
        yield return Make("key-no-recipient", "The box's key was made without the recipient's public key.", plain, right, (s, c, _) => Hash.Of(s, "stanza", c));
        yield return Make("key-no-ciphertext", "The box's key was made without the ciphertext.", plain, right, (s, _, p) => Hash.Of(s, "stanza", p));
        yield return Make("key-order", "The box's key was made over public key and ciphertext, in this order.", plain, right, (s, c, p) => Hash.Of(s, "stanza", [.. p, .. c]));
    }

    private static (string Name, string About, byte[] Stanza) Make(
        string name, string about, byte[] plain, byte[] associated, Func<byte[], byte[], byte[], byte[]>? keyOf = null)
    {
        using var ben = new EpochSecret([.. FixedIntake.BensSecret]);
        byte[] ciphertext = new byte[Native.crypto_kem_CIPHERTEXTBYTES], shared = new byte[Native.crypto_kem_SHAREDSECRETBYTES];
        Assert.Equal(0, Native.crypto_kem_enc(ciphertext, shared, ben.Public.Bytes));
        keyOf ??= (s, c, p) => Hash.Of(s, "stanza", [.. c, .. p]);
        var key = keyOf(shared, ciphertext, ben.Public.Bytes.ToArray());
        return (name, about, [.. ciphertext, .. Fixed.Box(plain, associated, key)]);
    }
}
