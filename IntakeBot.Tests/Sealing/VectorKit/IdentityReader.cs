using System.Text;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>An identity file and a passphrase.</summary>
internal static class IdentityReader
{
    public static Verdict Read(Vector vector)
    {
        using var identity = Open(vector);
        return identity is null
            ? Verdict.Fails("identity")
            : Verdict.Good(
            [
                $"signing {identity.Signing.Public}",
                .. identity.Epochs.Select(e => $"epoch {e} {ProgramReader.Digest(identity.EpochSecretOf(e)!.Public.Bytes)}"),
            ]);
    }

    public static Identity? Open(Vector vector)
    {
        using var folder = new TempFolder();
        var file = folder.Of("identity");
        File.WriteAllBytes(file, vector.Part("identity"));
        FileModes.Set(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return IdentityFile.Read(file, Encoding.UTF8.GetString(vector.Hex("passphrase")), []);
    }
}
