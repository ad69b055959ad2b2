using System.Buffers.Binary;
using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// A sealed backup: docs/seal-format-keys.md, "Backup".
/// <code>"IntakeBot backup 1\n" 19 | id 16 | stanza 1192 | boxes, each nonce 24 + 65536 + tag 16 | chain 32</code>
/// The last box is filled with zeros, so that the file's length says little.
/// </summary>
internal static class BackupFormat
{
    public const int ChunkSize = 1 << 16;
    public const int BoxSize = ChunkSize + Aead.Overhead;
    public const int IdAt = 19;
    public const int StanzaAt = IdAt + 16;
    public const int HeadSize = StanzaAt + Format.StanzaSize;

    /// <summary>No place of a roster has this number, so no stanza of an intake passes as one of a backup.</summary>
    public const byte StanzaPlace = 255;

    public static ReadOnlySpan<byte> Title => "IntakeBot backup 1\n"u8;

    /// <summary>Boxes of a file of that length; 0: no whole backup has it.</summary>
    public static long BoxesIn(long length) => length > HeadSize + Hash.Size && (length - HeadSize - Hash.Size) % BoxSize == 0 ? (length - HeadSize - Hash.Size) / BoxSize : 0;

    public static byte[] BoxKey(Seed seed) => Hash.Of(seed.Bytes, "backup", []);

    /// <summary>Which backup, which box, and whether it is the last: nothing can be left out, moved or put in.</summary>
    public static byte[] Associated(ReadOnlySpan<byte> head, long number, bool isLast)
    {
        var associated = new byte[16 + 8 + 1];
        head.Slice(IdAt, 16).CopyTo(associated);
        BinaryPrimitives.WriteInt64BigEndian(associated.AsSpan(16), number);
        associated[^1] = isLast ? (byte)1 : (byte)0;
        return associated;
    }

    public static byte[] Head(Place id, Seed seed, RecipientKey recipient)
    {
        var head = new byte[HeadSize];
        Title.CopyTo(head);
        id.CopyTo(head.AsSpan(IdAt));
        Stanza.Seal(head.AsSpan(StanzaAt), seed, recipient, id, StanzaPlace);
        return head;
    }

    public static InvalidDataException Broken(string what) => new($"The backup is {what}; take another one.");

    public static void Zero(byte[] bytes) => CryptographicOperations.ZeroMemory(bytes);
}
