using System.Text;

namespace IntakeBot.Releases;

/// <summary>The licences of what is in a release, with the texts that came in the packages.</summary>
internal static class Notices
{
    public static string Of(string runtime, IEnumerable<LockedPackage> packages, Func<LockedPackage, PackageLicence> licences, IReadOnlyList<(string Name, string Text)> runtimeTexts)
    {
        var text = new StringBuilder("IntakeBot is built with the work of others. Each part and its licence:\n");
        foreach (var package in packages.Where(p => p.IsShipped))
        {
            var licence = licences(package);
            Head(text, $"{package.Name} {package.Version}");
            foreach (var line in new[] { licence.Copyright, licence.Site, licence.Expression is { } expression ? $"Licence: {expression} (https://spdx.org/licenses/{expression}.html)" : null }.OfType<string>())
            {
                _ = text.Append(line).Append('\n');
            }

            Append(text, licence.Texts);
        }

        Head(text, $".NET and ASP.NET Core {runtime}");
        _ = text.Append("Copyright (c) .NET Foundation and Contributors\nLicence: MIT\n");
        Append(text, runtimeTexts);
        return text.ToString();
    }

    private static void Head(StringBuilder text, string name) => text.Append('\n').Append('=', 80).Append('\n').Append(name).Append('\n').Append('=', 80).Append('\n');

    private static void Append(StringBuilder text, IEnumerable<(string Name, string Text)> files)
    {
        foreach (var (name, content) in files)
        {
            _ = text.Append('\n').Append(name).Append(":\n\n").Append(content).Append('\n');
        }
    }
}
