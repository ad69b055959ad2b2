using System.CommandLine;
using System.Text;
using IntakeBot.Releases;

namespace IntakeBot.Cli;

/// <summary>For <c>./build release</c>: puts beside the built files what they are made of.</summary>
internal static class ReleaseCommand
{
    public const string SbomName = "intakebot.cdx.json";
    public const string NoticesName = "THIRD-PARTY-NOTICES.txt";

    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "Where the built files lie." };
        var locks = new Option<string[]>("--lock") { Description = "A packages.lock.json; once for each project.", Required = true, HelpName = "FILE" };
        var packages = new Option<string>("--packages") { Description = "NuGet's folder of unpacked packages.", Required = true, HelpName = "FOLDER" };
        var runtime = new Option<string>("--runtime") { Description = "Version of .NET in the self-contained files.", Required = true, HelpName = "VERSION" };
        var version = new Option<string>("--release") { Description = "Version of the release.", Required = true, HelpName = "VERSION" };
        var commit = new Option<string>("--commit") { Description = "Git's name of the commit.", Required = true, HelpName = "HASH" };
        var command = new Command("release", "Write SBOM, notices and checksums of a release.") { folder, locks, packages, runtime, version, commit };
        command.Hidden = true;
        command.SetAction(parse => Run(
            new(parse), parse.GetValue(folder)!, parse.GetValue(locks)!, parse.GetValue(packages)!, parse.GetValue(runtime)!, parse.GetValue(version)!, parse.GetValue(commit)!));
        return command;
    }

    private static int Run(Terminal terminal, string folder, string[] locks, string packageFolder, string runtime, string version, string commit)
    {
        if (locks.Append(folder).FirstOrDefault(p => !Path.Exists(p)) is { } missing)
        {
            return terminal.Refuse($"{missing}: is not there; build the release first with './build release'.");
        }

        try
        {
            var packages = LockFiles.Read(locks);
            var licences = packages.ToDictionary(p => p, p => PackageLicence.Read(packageFolder, p));
            var runtimePack = new LockedPackage("Microsoft.NETCore.App.Runtime.linux-x64", runtime, "", []);
            var notices = Notices.Of(runtime, packages, p => licences[p], PackageLicence.Read(packageFolder, runtimePack).Texts);
            File.WriteAllBytes(Path.Combine(folder, SbomName), Sbom.Of(version, commit, runtime, packages, p => licences[p]));
            File.WriteAllText(Path.Combine(folder, NoticesName), notices, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.WriteAllText(Path.Combine(folder, Checksums.FileName), Checksums.Of(folder));
            terminal.Data($"{packages.Count(p => p.IsShipped)} packages, {packages.Count(p => !p.IsShipped)} that only the build uses");
            return ExitCode.Done;
        }
        catch (IOException refusal)
        {
            return terminal.Refuse(refusal.Message);
        }
        catch (InvalidDataException refusal)
        {
            return terminal.Refuse(refusal.Message);
        }
    }
}
