using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// An identity under a passphrase, mode 0600: version 1 ‖ kind 'I' ‖ passes 4 ‖ KiB 4 ‖ salt 16 ‖ nonce 24 ‖ content ‖ tag 16.
/// The first 26 bytes are authenticated with the content: docs/seal-format.md, "Identity file".
/// </summary>
public static class IdentityFile
{
    private const byte Kind = (byte)'I';
    private const int SaltAt = 10;
    private const int HeaderSize = SaltAt + PassphraseKey.SaltSize;
    private const int MaxLength = 4096;

    /// <summary>Writes a file that was not there; IOException where it was.</summary>
    public static void Create(string file, Identity identity, ReadOnlySpan<char> passphrase, ArgonProfile profile) =>
        WholeFile.Create(file, Seal(identity, passphrase, profile), secret: true);

    /// <summary>Writes the file anew, with a fresh salt; what an earlier write that was cut off left beside it is removed.</summary>
    public static void Replace(string file, Identity identity, ReadOnlySpan<char> passphrase, ArgonProfile profile)
    {
        WholeFile.Replace(file, Seal(identity, passphrase, profile), secret: true);
        WholeFile.RemoveUnfinished(file);
    }

    /// <summary>Identities beside it that look like copies of it: ada.bak, ada~ and "Copy of ada" for ada, not adam.</summary>
    public static IReadOnlyList<string> CopiesOf(string file)
    {
        var name = Path.GetFileName(file);
        var copy = new Regex($"(?<![a-z0-9]){Regex.Escape(name)}(?![a-z0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return
        [
            .. new DirectoryInfo(Path.GetDirectoryName(Path.GetFullPath(file))!)
                .EnumerateFiles("*", new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None })
                .Where(f => f.Name != name && copy.IsMatch(f.Name) && Is(f.FullName)).Select(f => f.FullName).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// The identity; or null, and the reason added to <paramref name="problems"/>: one and the same sentence for a wrong passphrase,
    /// a damaged file and another kind of file.
    /// </summary>
    public static Identity? Read(string file, ReadOnlySpan<char> passphrase, ICollection<string> problems)
    {
        if (SecretFile.Read(file, MaxLength, problems) is not { } bytes)
        {
            return null;
        }

        var identity = Open(bytes, passphrase);
        if (identity is null)
        {
            problems.Add($"{file}: does not open: the passphrase is wrong or the file is damaged; try again, or restore the file from its backup");
        }

        return identity;
    }

    /// <summary>True where the file looks like one, without opening it.</summary>
    public static bool Is(string file)
    {
        Span<byte> start = stackalloc byte[2];
        using var stream = File.OpenRead(file);
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start is [Format.Version, Kind];
    }

    private static byte[] Seal(Identity identity, ReadOnlySpan<char> passphrase, ArgonProfile profile)
    {
        var content = identity.Encode();
        var bytes = new byte[HeaderSize + content.Length + Aead.Overhead];
        bytes[0] = Format.Version;
        bytes[1] = Kind;
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(2), profile.Passes);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(6), profile.Kibibytes);
        RandomNumberGenerator.Fill(bytes.AsSpan(SaltAt, PassphraseKey.SaltSize));
        Span<byte> key = stackalloc byte[Aead.KeySize];
        try
        {
            PassphraseKey.Fill(key, passphrase, bytes.AsSpan(SaltAt, PassphraseKey.SaltSize), profile);
            Aead.Seal(bytes.AsSpan(HeaderSize), content, bytes.AsSpan(0, HeaderSize), key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(content);
        }

        return bytes;
    }

    private static Identity? Open(ReadOnlySpan<byte> bytes, ReadOnlySpan<char> passphrase)
    {
        if (bytes.Length < HeaderSize + Aead.Overhead || bytes[0] != Format.Version || bytes[1] != Kind)
        {
            return null;
        }

        var profile = new ArgonProfile(BinaryPrimitives.ReadUInt32BigEndian(bytes[2..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[6..]));
        if (!profile.IsSane)
        {
            return null;
        }

        var content = GC.AllocateArray<byte>(bytes.Length - HeaderSize - Aead.Overhead, pinned: true);
        Span<byte> key = stackalloc byte[Aead.KeySize];
        PassphraseKey.Fill(key, passphrase, bytes[SaltAt..HeaderSize], profile);
        var opened = Aead.TryOpen(content, bytes[HeaderSize..], bytes[..HeaderSize], key);
        CryptographicOperations.ZeroMemory(key);
        return opened ? Identity.Decode(content) : null;
    }
}
