namespace IntakeBot.Core.Sealing;

/// <summary>What may become the passphrase of a new file.</summary>
public static class PassphraseRule
{
    /// <summary>Six words chosen by dice have about twice as many.</summary>
    public const int MinLength = 14;

    /// <summary>Long enough, and of signs that every keyboard has: what looks the same in another script may be other bytes on another machine.</summary>
    public static bool Fits(ReadOnlySpan<char> passphrase) => passphrase.Length >= MinLength && !passphrase.ContainsAnyExceptInRange(' ', '~');
}
