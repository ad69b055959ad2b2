using System.CommandLine;
using System.Globalization;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>How the verbs of keys are told which epochs there are; they must agree with the roster.</summary>
internal sealed class EpochChoices(int count)
{
    private readonly Option<string> _start = new("--epoch-start")
    {
        Description = "First day of epoch 0, as the roster says.",
        DefaultValueFactory = _ => EpochCalendar.Default.Start.ToString(),
        HelpName = "yyyy-MM-dd",
    };

    private readonly Option<int> _days = new("--epoch-days") { Description = "Days of an epoch, as the roster says.", DefaultValueFactory = _ => EpochCalendar.DefaultDays };

    private readonly Option<int> _count = new("--epochs")
    {
        Description = "Keys for so many epochs, today's included; those still open come on top.",
        DefaultValueFactory = _ => count,
    };

    public void AddTo(Command command)
    {
        AddCalendarTo(command);
        command.Options.Add(_count);
    }

    public void AddCalendarTo(Command command)
    {
        command.Options.Add(_start);
        command.Options.Add(_days);
    }

    /// <summary>The epochs to have keys for: from the oldest that is open today on. Null, and the reason added, where what was given makes none.</summary>
    public EpochSpan? Read(ParseResult parse, Day today, ICollection<string> problems)
    {
        var wanted = parse.GetValue(_count);
        var calendar = ReadCalendar(parse, problems);
        if (wanted is <= Roster.EpochsAhead or > Identity.MaxEpochs)
        {
            problems.Add($"--epochs is {Roster.EpochsAhead + 1} to {Identity.MaxEpochs}.");
            return null;
        }

        if (calendar is not { } known)
        {
            return null;
        }

        var span = EpochSpan.From(known, today, wanted);
        if (span.Count <= Identity.MaxEpochs)
        {
            return span;
        }

        problems.Add($"--epochs {wanted}: with those still open there would be keys for {span.Count} epochs, more than {Identity.MaxEpochs}; give fewer.");
        return null;
    }

    public EpochCalendar? ReadCalendar(ParseResult parse, ICollection<string> problems)
    {
        var days = parse.GetValue(_days);
        var begins = DateOnly.TryParseExact(parse.GetValue(_start), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
            && start.Year is >= 1970 and < 2100;
        if (days is >= 1 and <= 366 && begins)
        {
            return new EpochCalendar(Day.Of(new DateTimeOffset(start, TimeOnly.MinValue, TimeSpan.Zero)), days);
        }

        problems.Add("--epoch-start is a day written as 2026-01-05, --epoch-days is 1 to 366.");
        return null;
    }
}
