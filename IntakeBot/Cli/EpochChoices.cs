using System.CommandLine;
using System.Globalization;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>How the verbs of keys are told which epochs there are; they must agree with the roster.</summary>
internal sealed class EpochChoices
{
    private const int DefaultCount = 6;

    private readonly Option<string> _start = new("--epoch-start")
    {
        Description = "First day of epoch 0, as the roster says.",
        DefaultValueFactory = _ => EpochCalendar.Default.Start.ToString(),
        HelpName = "yyyy-MM-dd",
    };

    private readonly Option<int> _days = new("--epoch-days") { Description = "Days of an epoch, as the roster says.", DefaultValueFactory = _ => EpochCalendar.DefaultDays };

    private readonly Option<int> _count = new("--epochs") { Description = "Keys for so many epochs, today's included.", DefaultValueFactory = _ => DefaultCount };

    public void AddTo(Command command)
    {
        command.Options.Add(_start);
        command.Options.Add(_days);
        command.Options.Add(_count);
    }

    /// <summary>Null, and the reason added, where what was given makes no calendar.</summary>
    public (EpochCalendar Calendar, int Count)? Read(ParseResult parse, ICollection<string> problems)
    {
        var count = parse.GetValue(_count);
        var days = parse.GetValue(_days);
        var begins = DateOnly.TryParseExact(parse.GetValue(_start), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
            && start.Year is >= 1970 and < 2100;
        if (count is > Roster.EpochsAhead and <= Identity.MaxEpochs && days is >= 1 and <= 366 && begins)
        {
            return (new EpochCalendar(Day.Of(new DateTimeOffset(start, TimeOnly.MinValue, TimeSpan.Zero)), days), count);
        }

        problems.Add($"--epoch-start is a day, --epoch-days 1 to 366, --epochs {Roster.EpochsAhead + 1} to {Identity.MaxEpochs}.");
        return null;
    }
}
