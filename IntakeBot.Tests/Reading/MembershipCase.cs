using IntakeBot.Core.Reading;
using IntakeBot.Tests.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Reading;

/// <summary>Ada at work with the shipped questionnaire.</summary>
internal static class MembershipCase
{
    public static Membership Of(RosterSetup setup)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Path("config"), "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(setup.Config, Path.GetRelativePath(Repository.Path("config"), file));
            _ = Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }

        var problems = new List<string>();
        return Membership.Read(setup.Ada, setup.Config, setup.Data, RosterSetup.Today, problems)
            ?? throw new InvalidOperationException(string.Join('\n', problems));
    }
}
