using System.Xml.Linq;

namespace IntakeBot.Releases;

/// <summary>
/// What a package says of its licence, read from NuGet's folder of unpacked packages. <paramref name="Expression"/> is SPDX, such as MIT; null where the package has
/// only a file. <paramref name="Texts"/>: name and content of the licence and notice files in it.
/// </summary>
internal sealed record PackageLicence(string? Expression, string? Copyright, string? Site, IReadOnlyList<(string Name, string Text)> Texts)
{
    private static readonly string[] Names = ["LICENSE", "LICENCE", "NOTICE", "THIRD-PARTY-NOTICES", "ThirdPartyNotices"];

    /// <summary>Throws where the package is not in <paramref name="folder"/>: restore first.</summary>
    public static PackageLicence Read(string folder, LockedPackage package)
    {
        var home = Path.Combine(folder, package.Name.ToLowerInvariant(), package.Version.ToLowerInvariant());
        var nuspec = Path.Combine(home, $"{package.Name.ToLowerInvariant()}.nuspec");
        if (!File.Exists(nuspec))
        {
            throw new FileNotFoundException($"{nuspec} is not there; restore the solution first, or give the folder of NuGet's packages.");
        }

        var metadata = XDocument.Load(nuspec).Root!.Elements().Single(e => e.Name.LocalName == "metadata");
        string? Of(string name) => metadata.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim();
        var isExpression = metadata.Elements().FirstOrDefault(e => e.Name.LocalName == "license")?.Attribute("type")?.Value == "expression";
        return new(isExpression ? Of("license") : null, Of("copyright"), Of("projectUrl"), [.. TextsIn(home)]);
    }

    private static IEnumerable<(string Name, string Text)> TextsIn(string home) => Directory.EnumerateFiles(home).Order(StringComparer.Ordinal)
        .Where(f => Names.Contains(Path.GetFileNameWithoutExtension(f), StringComparer.OrdinalIgnoreCase))
        .Select(f => (Path.GetFileName(f), File.ReadAllText(f).ReplaceLineEndings("\n").Trim()));
}
