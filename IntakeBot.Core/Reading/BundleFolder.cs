using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>A bundle's roster and questionnaire in a folder of its own for as long as they are read. Nothing in it is secret.</summary>
public sealed class BundleFolder : IDisposable
{
    private const int MaxLength = 1 << 30;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("intakebot-bundle-");

    internal BundleFolder(Bundle bundle)
    {
        Bundle = bundle;
        foreach (var (name, content) in bundle.Files)
        {
            var file = Path.Combine(ConfigFolder, name);
            _ = Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content);
        }
    }

    public Bundle Bundle { get; }

    public string ConfigFolder => _folder.FullName;

    /// <summary>
    /// Null, and the reason added, where the file is no whole bundle or not of the organisation that the reader trusts:
    /// <paramref name="organisation"/> is its fingerprint, or null, and then <paramref name="config"/> must hold its key.
    /// </summary>
    public static BundleFolder? Open(string file, string? organisation, string config, ICollection<string> problems)
    {
        var bytes = new FileInfo(file) is { Exists: true, Length: < MaxLength } ? File.ReadAllBytes(file) : [];
        if (BundleFile.Decode(bytes) is not { } bundle)
        {
            problems.Add(BundleFile.IsOld(bytes)
                ? $"{file}: was made by an older program, and does not say who asked to erase: have it made anew with 'intakebot intakes export'"
                : $"{file}: is not a whole bundle; it was cut short, changed or is another file: copy it again from where it was made");
            return null;
        }

        var folder = new BundleFolder(bundle);
        var wrong = new List<string>();
        var found = RosterFolder.Organisation(folder.ConfigFolder, wrong);
        var trusted = organisation ?? (RosterFolder.Organisation(config, wrong) is { } key ? Fingerprint.Of(key) : null);
        if (found is not null && trusted is not null && Digits(trusted) == Digits(Fingerprint.Of(found)))
        {
            return folder;
        }

        problems.Add(found is null
            ? $"{file}: does not say which organisation it is of; have it made anew"
            : $"{file}: is of the organisation {Fingerprint.Of(found)}, and whether that is yours is not known here: compare it by voice with who made it and give --organisation \"{Fingerprint.Of(found)}\"");
        folder.Dispose();
        return null;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
