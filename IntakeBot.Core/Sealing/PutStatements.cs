namespace IntakeBot.Core.Sealing;

/// <summary>
/// Epoch keys that members put themselves, in the data folder's members/: the configuration folder may be read-only, and holds what came with the
/// roster. Each is signed by its member; what stands in the configuration folder comes first.
/// </summary>
public sealed class PutStatements(string dataFolder)
{
    private readonly Lock _turn = new();

    /// <summary>True where the member's word for that epoch lies on the disk, now or already; false where another one of the same member does.</summary>
    public bool TryPut(RosterMember member, EpochStatement statement)
    {
        lock (_turn)
        {
            var problems = new List<string>();
            var file = FileOf(dataFolder, member.Pseudonym);
            var all = Statements(file, member.SigningKey, problems);
            if (problems.Count > 0)
            {
                throw new IOException(problems[0]);
            }

            if (all.FirstOrDefault(s => s.Epoch == statement.Epoch) is { } before)
            {
                return before.Key.Bytes.SequenceEqual(statement.Key.Bytes);
            }

            _ = Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            WholeFile.Replace(file, MemberFile.Encode(member.SigningKey, [.. all, statement]), secret: false);
            return true;
        }
    }

    /// <summary>A member's own file as it is given to desks: with what was put besides.</summary>
    internal static byte[] Merge(byte[] memberFile, string dataFolder, string pseudonym, ICollection<string> problems)
    {
        var file = FileOf(dataFolder, pseudonym);
        if (!File.Exists(file) || RosterFiles.Json(file, memberFile, RosterJson.Default.MemberDocument, problems) is not { } document || VerifyKey.Parse(document.SigningKey) is not { } key)
        {
            return memberFile;
        }

        var known = document.Epochs.Select(e => e.Epoch).ToHashSet();
        var more = Statements(file, key, problems).Where(s => known.Add(s.Epoch)).Select(MemberDocument.EpochEntry.Of).ToList();
        return more.Count == 0 ? memberFile : MemberFile.Encode(document with { Epochs = [.. document.Epochs, .. more] });
    }

    /// <summary>None where the file is not there, or of who had this pseudonym before.</summary>
    internal static IReadOnlyList<EpochStatement> Statements(string file, VerifyKey member, ICollection<string> problems)
    {
        if (!File.Exists(file) || RosterFiles.Bytes(file, problems) is not { } bytes)
        {
            return [];
        }

        if (RosterFiles.Json(file, bytes, RosterJson.Default.MemberDocument, problems) is not { } document || document.SigningKey != member.ToString())
        {
            return [];
        }

        return [.. MemberFile.Statements(file, document, member, problems)];
    }

    internal static string FileOf(string dataFolder, string pseudonym) => Path.Combine(dataFolder, MemberFile.Folder, $"{pseudonym}.json");
}
