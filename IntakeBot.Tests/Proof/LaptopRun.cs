using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Proof;

/// <summary>What a staff laptop's own secret gives to who has taken it: the identity file, tried with passphrases that are not its own.</summary>
internal static class LaptopRun
{
    public const int Guesses = 100;

    private const string Passphrase = "one two three four five six";

    /// <summary>Passphrases of which each differs from the right one, most of them in one letter only.</summary>
    public static int OpenedByGuessing() => Enumerable.Range(0, Guesses).Count(i =>
        Opens(i < Passphrase.Length ? Passphrase.Remove(i, 1) : $"{Passphrase}{i}"));

    public static int OpenedByOwner() => Opens(Passphrase) ? 1 : 0;

    private static bool Opens(string passphrase)
    {
        using var folder = new TempFolder();
        using var identity = Identity.Draw(1, 1);
        IdentityFile.Create(folder.Of("ada.identity"), identity, Passphrase, ArgonProfile.Tiny);
        using var opened = IdentityFile.Read(folder.Of("ada.identity"), passphrase, []);
        return opened is not null;
    }
}
