using System.Globalization;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>From a member's secret to the seed. Each row's hash is right, so that the stanza itself has to tell.</summary>
internal static class StanzaVectors
{
    private const int At = FixedIntake.StanzasAt + (FixedIntake.Ben * Format.StanzaSize);

    private static readonly (string Field, int At)[] Fields =
    [
        ("mlkem-first", 0), ("mlkem-last", 1087), ("x25519-first", 1088), ("x25519-last", 1119), ("nonce-first", 1120), ("nonce-last", 1143),
        ("seed-first", 1144), ("seed-last", 1175), ("tag-first", 1176), ("tag-last", 1191),
    ];

    public static IEnumerable<Vector> All()
    {
        using var intake = new FixedIntake();
        return [.. Good(intake), .. Keys(intake), .. Ciphertexts(intake), .. Places(intake)];
    }

    private static IEnumerable<Vector> Good(FixedIntake intake)
    {
        var (cold, hot) = (intake.Cold, intake.Hot);
        using var larger = new FixedIntake(places: 8);

        Vector Opens(string name, string about, byte[]? cold = null, byte[]? hot = null) =>
            Intake($"good-{name}", Vector.Success, about, Fixed.Rehashed(cold ?? intake.Cold), Fixed.Rehashed(hot ?? intake.Hot));

        yield return Opens("ben", "Ben opens an intake of the hotline.");
        yield return Intake("good-ada", Vector.Success, "So does Ada, at place 0.", cold, hot, Fixed.Bytes("ada epoch 11"), 0);
        yield return Opens("8-places", "Ben opens an intake of eight places.", larger.Cold, larger.Hot);
        yield return Opens("cold-version", "The cold row's version is free.", Fixed.Flip(cold, 18));
        yield return Opens("hot-version", "The hot row's version is free.", hot: Fixed.Flip(hot, 18));
        yield return Opens("expiry", "The rows' expiry days differ: who extends writes the cold row first.", Fixed.Flip(cold, 35));
        yield return Opens("epoch", "The epoch in the row only says which key to take.", Fixed.Flip(cold, 39));
        yield return Opens("tokens", "The hashes of the tokens are bound to nothing.", Fixed.Flip(Fixed.Flip(cold, 40), 72));
        yield return Opens("door", "The door is bound to nothing.", hot: Fixed.Flip(hot, 36));
        yield return Opens("others-damaged", "Nobody's stanza but Ben's is whole.", Fixed.Put(Fixed.Put(cold, 105, new byte[1192]), 105 + (2 * 1192), new byte[2 * 1192]));
    }

    private static IEnumerable<Vector> Keys(FixedIntake intake)
    {
        Vector Wrong(string name, string about, byte[] secret, int place = FixedIntake.Ben) =>
            Intake($"stanza-{name}", "stanza", about, intake.Cold, intake.Hot, secret, place);

        yield return Wrong("stranger", "A key that is in no roster.", Fixed.Bytes("stranger"));
        yield return Wrong("zero-secret", "A secret of zeros.", new byte[32]);
        yield return Wrong("last-epoch", "Ben's key of the epoch before.", Fixed.Bytes("ben epoch 10"));
        yield return Wrong("colleague", "Ada's key at Ben's place.", Fixed.Bytes("ada epoch 11"));
        yield return Wrong("colleagues-place", "Ben's key at Ada's place.", FixedIntake.BensSecret, 0);
        yield return Wrong("free-place", "Ben's key at the free place.", FixedIntake.BensSecret, 2);
        yield return Wrong("other-desk", "Sol of safeguarding at the own place of an intake for the hotline: a throw-away stanza.", Fixed.Bytes("sol epoch 11"), 3);
        yield return Wrong("other-desk-at-ben", "Sol of safeguarding at Ben's place.", Fixed.Bytes("sol epoch 11"));
        yield return Wrong("beyond", "Place 4 of a row of four.", FixedIntake.BensSecret, 4);
        yield return Wrong("place-255", "Place 255 of a row of four.", FixedIntake.BensSecret, 255);
    }

    private static IEnumerable<Vector> Ciphertexts(FixedIntake intake)
    {
        Vector Wrong(string name, string about, byte[] cold) => Intake($"stanza-{name}", "stanza", about, Fixed.Rehashed(cold), intake.Hot);

        foreach (var (field, at) in Fields)
        {
            yield return Wrong(field, $"One bit of the stanza's byte {at} is changed.", Fixed.Flip(intake.Cold, At + at));
        }

        byte[] one = [1, .. new byte[31]];
        yield return Wrong("mlkem-zero", "The ML-KEM half of the ciphertext is all zero.", Fixed.Put(intake.Cold, At, new byte[1088]));
        yield return Wrong("x25519-zero", "The X25519 half of the ciphertext is all zero.", Fixed.Put(intake.Cold, At + 1088, new byte[32]));
        yield return Wrong("x25519-low-order", "The X25519 half of the ciphertext is the point 1, of low order.", Fixed.Put(intake.Cold, At + 1088, one));
        yield return Wrong("zero", "The whole stanza is zero.", Fixed.Put(intake.Cold, At, new byte[Format.StanzaSize]));
        foreach (var (name, about, box) in StanzaForgeries.All(intake))
        {
            yield return Wrong(name, about, Fixed.Put(intake.Cold, At, box));
        }
    }

    private static IEnumerable<Vector> Places(FixedIntake intake)
    {
        var (cold, hot) = (intake.Cold, intake.Hot);
        using var other = new FixedIntake("other");
        byte[] adas = cold[105..(105 + 1192)], bens = cold[At..(At + 1192)];

        Vector Wrong(string name, string about, byte[] cold, byte[] hot) => Intake($"stanza-{name}", "stanza", about, Fixed.Rehashed(cold), Fixed.Rehashed(hot));

        yield return Wrong("other-place", "Both rows name another place than the stanza is bound to.", Fixed.Flip(cold, 2), Fixed.Flip(hot, 2));
        yield return Wrong("pair", "The cold row of one intake, the hot row of another.", cold, other.Hot);
        yield return Wrong("renamed-hot", "The hot row names another place than the cold row.", cold, Fixed.Flip(hot, 17));
        yield return Wrong("swapped", "Ada's and Ben's stanzas have changed places.", Fixed.Put(Fixed.Put(cold, 105, bens), At, adas), hot);
        yield return Wrong("transplanted", "Ben's stanza comes from another intake.", Fixed.Put(cold, At, other.Cold[At..(At + 1192)]), hot);
    }

    internal static Vector Intake(string name, string expect, string about, byte[] cold, byte[] hot, byte[]? secret = null, int place = FixedIntake.Ben) =>
        Vector.Draft(name, "intake", expect, about)
            .With("secret", ProgramReader.Hex(secret ?? FixedIntake.BensSecret)).With("roster place", place.ToString(CultureInfo.InvariantCulture))
            .With("cold", cold).With("hot", hot);
}
