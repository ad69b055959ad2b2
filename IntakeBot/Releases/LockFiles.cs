using System.Text.Json;

namespace IntakeBot.Releases;

/// <summary>Reads packages.lock.json of the projects that a release is made of.</summary>
internal static class LockFiles
{
    /// <summary>Every package of any of <paramref name="files"/>, once, by name. Throws where two files lock one package at two versions: a release has one.</summary>
    public static IReadOnlyList<LockedPackage> Read(IEnumerable<string> files)
    {
        var packages = new SortedDictionary<string, LockedPackage>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var package in document.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(f => f.Value.EnumerateObject()).Where(p => p.Value.TryGetProperty("resolved", out _)))
            {
                var read = Read(package);
                if (packages.TryGetValue(read.Name, out var other) && other.Version != read.Version)
                {
                    throw new InvalidDataException($"{file}: {read.Name} is {read.Version} here and {other.Version} in another lock file; restore both and commit what changed.");
                }

                packages[read.Name] = other is null ? read : read with { Needs = [.. other.Needs.Union(read.Needs)] };
            }
        }

        return [.. packages.Values.Select(p => p with { Needs = [.. p.Needs.Where(packages.ContainsKey).Order(StringComparer.Ordinal)] })];
    }

    private static LockedPackage Read(JsonProperty package) => new(
        package.Name,
        package.Value.GetProperty("resolved").GetString()!,
        package.Value.GetProperty("contentHash").GetString()!,
        package.Value.TryGetProperty("dependencies", out var needs) ? [.. needs.EnumerateObject().Select(n => n.Name)] : []);
}
