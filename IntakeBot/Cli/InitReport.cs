namespace IntakeBot.Cli;

/// <summary>What <c>init --json</c> writes. Passphrase and identities only with --throwaway.</summary>
internal sealed record InitReport(
    string Config, string Data, string Keys, string? Passphrase, string? PassphraseFile, IReadOnlyList<string> Identities)
{
    /// <summary>Says nothing: it holds a passphrase.</summary>
    public override string ToString() => nameof(InitReport);
}
