using System.Buffers.Text;
using System.Text.Json;

namespace IntakeBot.Core.Sealing;

/// <summary>members/PSEUDONYM.json: a member's public signing key and the signed public keys of its epochs.</summary>
public static class MemberFile
{
    /// <summary>The folder beside roster.json.</summary>
    public const string Folder = "members";

    public static byte[] Encode(Identity identity) => Encode(identity.Signing.Public, identity.Statements());

    internal static byte[] Encode(VerifyKey member, IEnumerable<EpochStatement> statements) => Encode(Document(member, statements));

    internal static MemberDocument Document(VerifyKey member, IEnumerable<EpochStatement> statements) => new()
    {
        SigningKey = member.ToString(),
        Epochs = [.. statements.OrderBy(s => s.Epoch).Select(MemberDocument.EpochEntry.Of)],
    };

    internal static byte[] Encode(MemberDocument document) => [.. JsonSerializer.SerializeToUtf8Bytes(document, RosterJson.Default.MemberDocument), (byte)'\n'];

    /// <summary>The key that the file says is its owner's; null, and the reason added, where the file or one of its statements is wrong.</summary>
    public static VerifyKey? ReadKey(string file, ICollection<string> problems) =>
        Parse(file, problems) is { } document ? Keys(file, document, problems)?.SigningKey : null;

    /// <summary>The same of what was read elsewhere; <paramref name="file"/> is what the reasons call it.</summary>
    public static StatedKeys? ReadKeys(string file, ReadOnlySpan<byte> bytes, ICollection<string> problems) =>
        RosterFiles.Json(file, bytes, RosterJson.Default.MemberDocument, problems) is { } document ? Keys(file, document, problems) : null;

    /// <summary>Puts a member's file beside the roster, over an older one of the same member.</summary>
    public static void Copy(string file, string configFolder, string pseudonym) => Put(File.ReadAllBytes(file), configFolder, pseudonym);

    internal static void Put(StatedKeys keys, string configFolder, string pseudonym) => Put(keys.Encode(), configFolder, pseudonym);

    internal static StatedKeys? Keys(string file, MemberDocument document, ICollection<string> problems)
    {
        if (VerifyKey.Parse(document.SigningKey) is not { } key)
        {
            problems.Add($"{file}: signingKey is not a public key");
            return null;
        }

        var before = problems.Count;
        _ = EpochKeys(file, document, key, problems);
        return problems.Count == before ? new(key, [.. Statements(file, document, key, problems)]) : null;
    }

    private static void Put(byte[] bytes, string configFolder, string pseudonym)
    {
        var folder = Path.Combine(configFolder, Folder);
        Directory.CreateDirectory(folder);
        WholeFile.Replace(Path.Combine(folder, $"{pseudonym}.json"), bytes, secret: false);
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
        foreach (var statement in Statements(file, document, member, problems))
        {
            if (!keys.TryAdd(statement.Epoch, statement.Key))
            {
                problems.Add($"{file}: epoch {statement.Epoch} is stated twice");
            }
        }

        return keys;
    }

    /// <summary>Those that <paramref name="member"/> has signed; each of the others is a problem.</summary>
    internal static IEnumerable<EpochStatement> Statements(string file, MemberDocument document, VerifyKey member, ICollection<string> problems)
    {
        foreach (var entry in document.Epochs)
        {
            if (Decode(entry.Key) is not { } bytes || RecipientKey.Read(bytes) is not { } key || !Stanza.CanSealTo(key))
            {
                problems.Add($"{file}: the key of epoch {entry.Epoch} is not a usable public key; ask the member to make the file again");
            }
            else if (Decode(entry.Signature) is not { } signature || new EpochStatement(entry.Epoch, key, signature) is var statement && !statement.IsBy(member))
            {
                problems.Add($"{file}: the key of epoch {entry.Epoch} is not signed by the member; ask the member to make the file again");
            }
            else
            {
                yield return statement;
            }
        }
    }

    /// <summary>Null for anything that <see cref="Encode(Identity)"/> does not write: padding and blanks, which the library would take.</summary>
    internal static byte[]? Decode(string text) =>
        Base64Url.IsValid(text) && Base64Url.DecodeFromChars(text) is { } bytes && Base64Url.EncodeToString(bytes) == text ? bytes : null;
}
