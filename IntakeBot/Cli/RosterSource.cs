using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>The roster of the configuration folder, held against what this server serves. Reading changes nothing.</summary>
internal sealed record RosterSource(string ConfigFolder, string DataFolder)
{
    /// <summary>Desks that a form is sealed to.</summary>
    public IReadOnlyList<string> Desks { get; init; } = [];

    /// <summary>20 bytes; null: not known, and not asked for.</summary>
    public byte[]? QuestionnaireHash { get; init; }

    /// <summary>The Exchange's key and where it lies; null: not known, and not asked for.</summary>
    public (string File, VerifyKey Key)? Exchange { get; init; }

    /// <summary>How long things are kept here; null: not known, and not asked for.</summary>
    public Retention? Retention { get; init; }

    /// <summary>
    /// Settings that are longer than <paramref name="roster"/> allows. They stop a start. A running server only says so: a roster that removes
    /// somebody must not wait for it.
    /// </summary>
    public IEnumerable<string> Beyond(Roster roster) =>
        (Retention?.Beyond(roster.Days) ?? []).Select(p => $"{Path.Combine(ConfigFolder, SettingsFile.Name)}: {nameof(Settings.Retention)}.{p}");

    /// <summary>A roster to serve by, or everything that stops it.</summary>
    public RosterReading Read(Day today)
    {
        var reading = RosterFolder.Read(ConfigFolder, DataFolder, today, Desks);
        if (reading.Roster is not { } roster)
        {
            return reading;
        }

        var problems = new List<string>();
        if (QuestionnaireHash is { } hash && !roster.ListsQuestionnaire(hash))
        {
            problems.Add(
                $"{Path.Combine(ConfigFolder, RosterFolder.RosterName)}: does not list the questionnaire {Convert.ToHexStringLower(hash)}; "
                + "if the change is meant, run 'intakebot roster questionnaire' and have the roster signed");
        }

        if (Exchange is var (file, key) && !key.Equals(roster.ExchangeKey))
        {
            problems.Add($"{file}: is not the key that the roster names ({Fingerprint.Of(key)}, not {Fingerprint.Of(roster.ExchangeKey)})");
        }

        return problems.Count == 0 ? reading : new(null, problems);
    }
}
