using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntakeBot.Releases;

/// <summary>
/// What a release is made of, as CycloneDX 1.6 (ECMA-424) in JSON. The same packages give the same bytes: no time and no random number is in it, which the
/// format leaves open.
/// </summary>
internal static class Sbom
{
    private const string Root = "intakebot";

    /// <summary><paramref name="runtime"/> is the version of .NET that a self-contained file carries.</summary>
    public static byte[] Of(string version, string commit, string runtime, IReadOnlyList<LockedPackage> packages, Func<LockedPackage, PackageLicence> licences)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("bomFormat", "CycloneDX");
            json.WriteString("specVersion", "1.6");
            json.WriteNumber("version", 1);
            json.WriteStartObject("metadata");
            Component(json, "component", "application", Root, version, Root, () => Property(json, "git:commit", commit));
            json.WriteEndObject();
            json.WriteStartArray("components");
            foreach (var package in packages)
            {
                Component(json, null, "library", package.Name, package.Version, package.Url, () => Package(json, package, licences(package)));
            }

            foreach (var framework in Frameworks)
            {
                Component(json, null, "framework", framework, runtime, UrlOf(framework, runtime), () => Licence(json, "MIT"));
            }

            json.WriteEndArray();
            Dependencies(json, runtime, packages);
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static string[] Frameworks => ["Microsoft.NETCore.App", "Microsoft.AspNetCore.App"];

    private static string UrlOf(string framework, string runtime) => $"pkg:nuget/{framework}@{runtime}";

    private static void Component(Utf8JsonWriter json, string? property, string type, string name, string version, string reference, Action more)
    {
        if (property is not null)
        {
            json.WritePropertyName(property);
        }

        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("bom-ref", reference);
        json.WriteString("name", name);
        json.WriteString("version", version);
        if (reference != Root)
        {
            json.WriteString("purl", reference);
        }

        more();
        json.WriteEndObject();
    }

    private static void Package(Utf8JsonWriter json, LockedPackage package, PackageLicence licence)
    {
        json.WriteString("scope", package.IsShipped ? "required" : "excluded");
        if (licence.Expression is { } expression)
        {
            Licence(json, expression);
        }

        Property(json, "nuget:contentHash", package.ContentHash);
    }

    private static void Licence(Utf8JsonWriter json, string expression)
    {
        json.WriteStartArray("licenses");
        json.WriteStartObject();
        json.WriteString("expression", expression);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Property(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartArray("properties");
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("value", value);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Dependencies(Utf8JsonWriter json, string runtime, IReadOnlyList<LockedPackage> packages)
    {
        var needed = packages.SelectMany(p => p.Needs).ToHashSet();
        json.WriteStartArray("dependencies");
        Dependency(json, Root, packages.Where(p => !needed.Contains(p.Name)).Select(p => p.Url).Concat(Frameworks.Select(f => UrlOf(f, runtime))));
        foreach (var package in packages)
        {
            Dependency(json, package.Url, packages.Where(p => package.Needs.Contains(p.Name)).Select(p => p.Url));
        }

        json.WriteEndArray();
    }

    private static void Dependency(Utf8JsonWriter json, string reference, IEnumerable<string> on)
    {
        json.WriteStartObject();
        json.WriteString("ref", reference);
        json.WriteStartArray("dependsOn");
        foreach (var other in on)
        {
            json.WriteStringValue(other);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
