using System.Text;

namespace IntakeBot.Core.Hotline;

/// <summary>Who runs this, as the privacy text says it to anybody who asks. Empty: that line is left out.</summary>
public sealed record Imprint
{
    private const int MostSigns = 100;

    public string Name { get; init; } = "";

    public string Contact { get; init; } = "";

    /// <summary>What is wrong, by name of the setting.</summary>
    public IEnumerable<string> Problems() =>
        new[] { (Setting: nameof(Name), Text: Name), (Setting: nameof(Contact), Text: Contact) }
            .Where(l => l.Text.Length > MostSigns || l.Text.EnumerateRunes().Any(Rune.IsControl))
            .Select(l => $"{l.Setting} must be one line of at most {MostSigns} signs");
}
