using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Exchange;

/// <summary>A newer roster comes to a desk through the Exchange: it is taken only as if somebody had carried its files there.</summary>
public static class RosterTaking
{
    /// <summary>
    /// The roster, now in <paramref name="configFolder"/> and pinned in <paramref name="dataFolder"/>; or why it was not taken, and nothing is
    /// changed: not signed by the organisation whose key lies there, older than the one that does, or than the newest one ever taken.
    /// </summary>
    public static RosterReading Take(RosterPack pack, string configFolder, string dataFolder, Day today)
    {
        if (pack.Files.FirstOrDefault(f => !RosterPack.IsName(f.Name)) is not null || pack.Files.DistinctBy(f => f.Name).Count() != pack.Files.Count)
        {
            return new(null, ["The Exchange sent a file that is none of a roster; server and this program may be of different versions."]);
        }

        var folder = Directory.CreateTempSubdirectory("intakebot-roster-");
        try
        {
            _ = folder.CreateSubdirectory(MemberFile.Folder);
            File.Copy(Path.Combine(configFolder, RosterFolder.OrganisationName), Path.Combine(folder.FullName, RosterFolder.OrganisationName));
            Write(pack, folder.FullName);
            var reading = RosterFolder.Read(folder.FullName, dataFolder, today);
            if (reading.Roster is not { } roster)
            {
                return new(null, [.. reading.Problems.Select(p => p.Replace(folder.FullName + Path.DirectorySeparatorChar, "of the Exchange: ", StringComparison.Ordinal))]);
            }

            if (RosterFolder.Read(configFolder, dataFolder, today).Roster is { } own && (roster.Serial < own.Serial || (roster.Serial == own.Serial && roster.Hash != own.Hash)))
            {
                return new(null, [$"The Exchange has roster {roster.Serial}, and this desk {own.Serial}; it keeps its own: tell the operator that the server's is old or another."]);
            }

            _ = Directory.CreateDirectory(Path.Combine(configFolder, MemberFile.Folder));
            Write(pack, configFolder);
            _ = Directory.CreateDirectory(dataFolder);
            RosterFolder.Pin(dataFolder, roster);
            return reading;
        }
        catch (FileNotFoundException)
        {
            return new(null, [$"{Path.Combine(configFolder, RosterFolder.OrganisationName)}: is missing; get it from the organisation, by hand"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The roster's own two files last.</summary>
    private static void Write(RosterPack pack, string folder)
    {
        foreach (var file in pack.Files.OrderByDescending(f => f.Name.Contains('/', StringComparison.Ordinal)))
        {
            WholeFile.Replace(Path.Combine(folder, file.Name), file.Content, secret: false);
        }
    }
}
