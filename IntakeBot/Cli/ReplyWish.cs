using IntakeBot.Core.Intakes;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>What <c>replies write</c> was asked for.</summary>
internal sealed record ReplyWish(string Place, string? TextFile, string? Language, string? Draft, bool Despite, bool Yes)
{
    /// <summary>The intake; what is wrong is added.</summary>
    public Place Check(ICollection<string> problems)
    {
        if (!Core.Sealing.Place.TryParse(Place, out var place))
        {
            problems.Add("PLACE is 32 hexadecimal digits in small letters, as 'intakes list' writes them.");
        }

        if (Draft is not null)
        {
            NewFile.Check(Draft, problems);
        }

        return place;
    }

    /// <summary>False, and the reason added, where this roster or bundle asks for another wish.</summary>
    public bool FitsIn(IntakeReader reader, bool isBundle, ICollection<string> problems)
    {
        if (Draft is null && (isBundle || reader.Roster.Approvals > 1))
        {
            problems.Add(isBundle
                ? "A bundle is only read: give --draft FILE, and take the file to a machine that reaches the server."
                : $"A reply needs {reader.Roster.Approvals} members: give --draft FILE, which the other one reads and sends.");
        }
        else if (Draft is not null && !isBundle && reader.Roster.Approvals == 1)
        {
            problems.Add("One member is enough here, and the reply is sent at once: leave out --draft.");
        }

        if (Language is not null && reader.Questionnaire.Languages.All(l => l.Tag != Language))
        {
            problems.Add($"--language is one of {string.Join(", ", reader.Questionnaire.Languages.Select(l => l.Tag))}.");
        }

        return problems.Count == 0;
    }

    /// <summary>Null, and every reason added, where it is not to be written.</summary>
    public Reply? Read(Terminal terminal, IntakeReader reader, ReplyLint lint, ReplyTarget target, ICollection<string> problems)
    {
        if ((Language ?? target.Reading.Language) is not { } language)
        {
            problems.Add($"Her language is not known: give --language, one of {string.Join(", ", reader.Questionnaire.Languages.Select(l => l.Tag))}.");
            return null;
        }

        if (ReplyText.Read(terminal, TextFile, problems) is not { } text || ReplyText.Check(text, language, problems) is not { } reply)
        {
            return null;
        }

        foreach (var warning in Despite ? [] : ReplyWarnings.Of(text, lint, target))
        {
            problems.Add($"{warning} If it must be sent all the same, give --despite-warning.");
        }

        return problems.Count == 0 ? reply : null;
    }

    /// <summary>Says nothing: it names an intake.</summary>
    public override string ToString() => nameof(ReplyWish);
}
