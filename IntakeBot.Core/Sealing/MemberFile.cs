using System.Buffers.Text;
using System.Text.Json;

namespace IntakeBot.Core.Sealing;

/// <summary>members/PSEUDONYM.json: a member's public signing key and the signed public keys of its epochs.</summary>
public static class MemberFile
{
    /// <summary>The folder beside roster.json.</summary>
    public const string Folder = "members";

    public static byte[] Encode(Identity identity) => [.. JsonSerializer.SerializeToUtf8Bytes(
        new MemberDocument
        {
            SigningKey = identity.Signing.Public.ToString(),
            Epochs = [.. identity.Statements().Select(s => new MemberDocument.EpochEntry
            {
                Epoch = s.Epoch,
                Key = Base64Url.EncodeToString(s.Key.Bytes),
                Signature = Base64Url.EncodeToString(s.Signature.Span),
            })],
        },
        RosterJson.Default.MemberDocument), (byte)'\n'];

    /// <summary>The key that the file says is its owner's; null, and the reason added, where the file or one of its statements is wrong.</summary>
    public static VerifyKey? ReadKey(string file, ICollection<string> problems)
    {
        var before = problems.Count;
        var document = Parse(file, problems);
        var key = document is null ? null : VerifyKey.Parse(document.SigningKey);
        if (document is not null && key is null)
        {
            problems.Add($"{file}: signingKey is not a public key");
        }

        if (document is not null && key is not null)
        {
            _ = EpochKeys(file, document, key, problems);
        }

        return problems.Count == before ? key : null;
    }

    /// <summary>Puts a member's file beside the roster, over an older one of the same member.</summary>
    public static void Copy(string file, string configFolder, string pseudonym)
    {
        var folder = Path.Combine(configFolder, Folder);
        Directory.CreateDirectory(folder);
        WholeFile.Replace(Path.Combine(folder, $"{pseudonym}.json"), File.ReadAllBytes(file), secret: false);
    }

    /// <summary>Every epoch's key, where <paramref name="member"/> has signed it; what was not signed well is a problem and left out.</summary>
    internal static SortedDictionary<uint, RecipientKey> Read(string file, VerifyKey member, ICollection<string> problems)
    {
        if (Parse(file, problems) is not { } document)
        {
            return [];
        }

        if (document.SigningKey != member.ToString())
        {
            problems.Add($"{file}: its signingKey is not the one in roster.json; ask the member which is right, by fingerprint");
            return [];
        }

        return EpochKeys(file, document, member, problems);
    }

    private static MemberDocument? Parse(string file, ICollection<string> problems) =>
        RosterFiles.Bytes(file, problems) is { } bytes ? RosterFiles.Json(file, bytes, RosterJson.Default.MemberDocument, problems) : null;

    private static SortedDictionary<uint, RecipientKey> EpochKeys(string file, MemberDocument document, VerifyKey member, ICollection<string> problems)
    {
        var keys = new SortedDictionary<uint, RecipientKey>();
        foreach (var entry in document.Epochs)
        {
            if (Decode(entry.Key) is not { } bytes || RecipientKey.Read(bytes) is not { } key || !Stanza.CanSealTo(key))
            {
                problems.Add($"{file}: the key of epoch {entry.Epoch} is not a usable public key; ask the member to make the file again");
            }
            else if (Decode(entry.Signature) is not { } signature || !new EpochStatement(entry.Epoch, key, signature).IsBy(member))
            {
                problems.Add($"{file}: the key of epoch {entry.Epoch} is not signed by the member; ask the member to make the file again");
            }
            else if (!keys.TryAdd(entry.Epoch, key))
            {
                problems.Add($"{file}: epoch {entry.Epoch} is stated twice");
            }
        }

        return keys;
    }

    /// <summary>Null for anything that <see cref="Encode"/> does not write: padding and blanks, which the library would take.</summary>
    private static byte[]? Decode(string text) =>
        Base64Url.IsValid(text) && Base64Url.DecodeFromChars(text) is { } bytes && Base64Url.EncodeToString(bytes) == text ? bytes : null;
}
