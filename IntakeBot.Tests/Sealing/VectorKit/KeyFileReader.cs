using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;
using static IntakeBot.Tests.Sealing.VectorKit.ProgramReader;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>A server key or a signing key in its three lines.</summary>
internal static class KeyFileReader
{
    public static Verdict Read(Vector vector)
    {
        using var folder = new TempFolder();
        var file = folder.Of("key");
        File.WriteAllBytes(file, vector.Part("key"));
        FileModes.Set(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        if (vector.Kind == "signing key")
        {
            using var signing = SigningKeyFile.Read(file, []);
            return signing is null ? Verdict.Fails("key file") : Verdict.Good($"public {signing.Public}");
        }

        using var server = ServerKeyFile.Read(file, []);
        return server is null
            ? Verdict.Fails("key file")
            : Verdict.Good($"pepper {Hex(server.Pepper)}", $"door {Hex(server.DoorOf(default).ToArray())}");
    }
}
