namespace IntakeBot.Core.Sealing;

/// <summary>What guessing a passphrase costs: passes of Argon2id over that much memory.</summary>
public sealed record ArgonProfile(uint Passes, uint Kibibytes)
{
    /// <summary>64 MiB and 3 passes: 0.1 to 0.2 s on a small machine.</summary>
    public static ArgonProfile Default { get; } = new(3, 64 * 1024);

    /// <summary>The least libsodium takes. For throw-away keys and tests: it protects nothing.</summary>
    public static ArgonProfile Tiny { get; } = new(1, 8);

    private const uint MaxPasses = 16;

    /// <summary>From 1 GiB on a file is taken for damaged, before memory is spent on it.</summary>
    private const uint TooManyKibibytes = 1024 * 1024;

    public bool IsSane => Passes is >= 1 and <= MaxPasses && Kibibytes is >= 8 and < TooManyKibibytes;
}
