using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Exchange;

/// <summary>
/// The signed roster as it lies at the server: roster.json, roster.sig and the members' statements. The organisation's key is not among
/// them: a desk has its own. What it says counts only after <see cref="RosterTaking"/>.
/// </summary>
public sealed record RosterPack
{
    public required IReadOnlyList<RosterPackFile> Files { get; init; }

    /// <summary>Null where the files cannot be read, or are not those of <paramref name="current"/>. What members put themselves lies in <paramref name="dataFolder"/>.</summary>
    public static RosterPack? Read(string configFolder, string dataFolder, Roster current)
    {
        var problems = new List<string>();
        var name = Path.Combine(configFolder, RosterFolder.RosterName);
        if (RosterFiles.Bytes(name, problems) is not { } bytes || RosterFolder.HashOf(bytes) != current.Hash
            || RosterFiles.Json(name, bytes, RosterJson.Default.RosterDocument, problems) is not { } document)
        {
            return null;
        }

        var files = new List<RosterPackFile> { new(RosterFolder.RosterName, bytes) };
        if (RosterFiles.Bytes(Path.Combine(configFolder, RosterFolder.SignatureName), problems) is { } signature)
        {
            files.Add(new(RosterFolder.SignatureName, signature));
        }

        foreach (var (pseudonym, isAuditor) in document.Members.Select(m => (m.Pseudonym, m.Role == "auditor")))
        {
            var other = $"{MemberFile.Folder}/{pseudonym}.json";
            if (isAuditor && !File.Exists(Path.Combine(configFolder, other)))
            {
                continue;
            }

            if (RosterFiles.Bytes(Path.Combine(configFolder, other), problems) is { } content)
            {
                files.Add(new(other, PutStatements.Merge(content, dataFolder, pseudonym, problems)));
            }
        }

        return problems.Count == 0 ? new() { Files = files } : null;
    }

    /// <summary>True for what it may hold; no other name is ever written to a disk.</summary>
    public static bool IsName(string name) =>
        name is RosterFolder.RosterName or RosterFolder.SignatureName
        || (name.StartsWith($"{MemberFile.Folder}/", StringComparison.Ordinal) && Bundle.IsName(name));
}
