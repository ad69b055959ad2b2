using System.Security.Cryptography;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>The program's own verdict, through the types that server and desk use.</summary>
internal static class ProgramReader
{
    public static Verdict Read(Vector vector) => vector.Kind switch
    {
        "row" => RowReader.Read(vector),
        "intake" => IntakeReader.Read(vector),
        "blob" => BlobReader.Read(vector),
        "mailbox" => MailboxReader.Read(vector),
        "event" => EventReader.Read(vector),
        "token" => TokenReader.Read(vector),
        "roster" => RosterReader.Read(vector),
        "identity" => IdentityReader.Read(vector),
        "server key" or "signing key" => KeyFileReader.Read(vector),
        _ => throw new ArgumentException($"{vector.Name}: nobody reads the kind '{vector.Kind}'.", nameof(vector)),
    };

    public static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);

    /// <summary>What stands for a long field in the lines of what was read.</summary>
    public static string Digest(ReadOnlySpan<byte> bytes) => Hex(SHA256.HashData(bytes));
}
