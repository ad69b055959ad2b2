using System.Globalization;
using System.Text;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Hotline;

/// <summary>
/// Keeps the questionnaires that were served in the last two days in <c>questionnaires/HASH</c> of the data folder, so that a
/// conversation begun before a change is finished with the words it was begun with.
/// </summary>
public sealed class ShelfFolder(string dataFolder)
{
    private const int DaysKept = 2;
    private const string ServedOn = "served-on";

    private const string Name = "questionnaires";

    private readonly string _folder = Path.Combine(dataFolder, Name);

    internal static IReadOnlyList<StoredThing> Files { get; } =
    [
        new(StoredIn.File, $"{Name}/HASH/questionnaire.yaml", Kept.NothingOfHers, "questions that were served in the last two days"),
        new(StoredIn.File, $"{Name}/HASH/languages/TAG.yaml", Kept.NothingOfHers, "their words"),
        new(StoredIn.File, $"{Name}/HASH/languages/quiet/TAG.yaml", Kept.NothingOfHers, "their quiet words"),
        new(StoredIn.File, $"{Name}/HASH/{ServedOn}", Kept.NothingOfHers, "the last day on which they were served"),
    ];

    /// <summary>Puts the current questionnaire on the shelf and takes what is older than two days off it.</summary>
    public Shelf Open(Questionnaire current, string configFolder, Day today)
    {
        var name = NameOf(current);
        _ = Directory.CreateDirectory(_folder);
        var earlier = new List<Questionnaire>();
        foreach (var folder in Directory.EnumerateDirectories(_folder).Where(f => Path.GetFileName(f) != name))
        {
            if (ReadDay(folder) is not { } servedOn || today.Number - servedOn.Number > DaysKept)
            {
                Directory.Delete(folder, recursive: true);
            }
            else if (QuestionnaireFolder.Read(folder).Value is { } kept && NameOf(kept) == Path.GetFileName(folder))
            {
                earlier.Add(kept);
            }
        }

        Copy(configFolder, Path.Combine(_folder, name), name);
        var shelf = new Shelf(current, earlier);
        Touch(shelf, today);
        return shelf;
    }

    /// <summary>Notes that the current questionnaire is still served; to be called at least once a day.</summary>
    public void Touch(Shelf shelf, Day today)
    {
        var folder = Path.Combine(_folder, NameOf(shelf.Current));
        if (ReadDay(folder) != today)
        {
            WholeFile.Replace(Path.Combine(folder, ServedOn), Encoding.ASCII.GetBytes(today.Number.ToString(CultureInfo.InvariantCulture)), secret: false);
        }
    }

    private static string NameOf(Questionnaire questionnaire) =>
        Convert.ToHexStringLower(QuestionnaireHash.Of(questionnaire.Canonical.Span));

    private static Day? ReadDay(string folder)
    {
        var file = Path.Combine(folder, ServedOn);
        return File.Exists(file) && ushort.TryParse(File.ReadAllText(file), NumberStyles.None, CultureInfo.InvariantCulture, out var day) ? new(day) : null;
    }

    /// <summary>A copy that is whole is left alone: on a full disk writing it again would destroy it.</summary>
    private static void Copy(string configFolder, string to, string name)
    {
        if (Directory.Exists(to) && QuestionnaireFolder.Read(to).Value is { } kept && NameOf(kept) == name)
        {
            return;
        }

        foreach (var file in QuestionnaireFolder.FileNames(configFolder))
        {
            _ = Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, file))!);
            File.Copy(Path.Combine(configFolder, file), Path.Combine(to, file), overwrite: true);
        }
    }
}
