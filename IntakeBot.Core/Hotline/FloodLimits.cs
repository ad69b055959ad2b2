namespace IntakeBot.Core.Hotline;

/// <summary>What one chat may do, and what counts as a burst over all. 0 turns a limit off. Hide has none.</summary>
public sealed record FloodLimits
{
    /// <summary>Nothing is limited, and no burst is noted.</summary>
    public static readonly FloodLimits None = new() { PressesPerSecond = 0, TextsPerSecond = 0, StartsPerHour = 0, ConsentsPerHour = 0, BusyPerHour = 0, FloodPerHour = 0, AllPressesPerSecond = 0, AllTextsPerSecond = 0, AllStartsPerSecond = 0, AllConsentsPerSecond = 0, AllSlipsPerSecond = 0 };

    public double PressesPerSecond { get; init; } = 2;

    /// <summary>So many at once.</summary>
    public int PressBurst { get; init; } = 20;

    /// <summary>Words, pictures, anything that is no button and no command.</summary>
    public double TextsPerSecond { get; init; } = 1;

    public int TextBurst { get; init; } = 10;

    public int StartsPerHour { get; init; } = 20;

    /// <summary>Each consent takes room on the disk.</summary>
    public int ConsentsPerHour { get; init; } = 6;

    /// <summary>Over all chats of a bot: about what two cores handle. A second's worth more at once. What one chat sends over its own limit does not count.</summary>
    public double AllPressesPerSecond { get; init; } = 4000;

    /// <summary>As <see cref="AllPressesPerSecond"/>, of words, pictures and the like.</summary>
    public double AllTextsPerSecond { get; init; } = 500;

    /// <summary>As <see cref="AllPressesPerSecond"/>: more than Telegram would let us draw.</summary>
    public double AllStartsPerSecond { get; init; } = 200;

    /// <summary>Screens that say that a receipt code was mistyped, or comes too often: a small part of what Telegram lets us draw. Above it the code is only deleted.</summary>
    public double AllSlipsPerSecond { get; init; } = 4;

    /// <summary>What the disk grows by: at 3 a second, some 130 MB an hour with 8 places. Ten minutes' worth at once.</summary>
    public double AllConsentsPerSecond { get; init; } = 3;

    /// <summary>Starts and consents of all chats in an hour, above which an intake is labelled as begun in a busy hour.</summary>
    public int BusyPerHour { get; init; } = 600;

    /// <summary>As <see cref="BusyPerHour"/>, in a flood.</summary>
    public int FloodPerHour { get; init; } = 3000;

    /// <summary>What is wrong, by name of the setting.</summary>
    public IEnumerable<string> Problems()
    {
        (string Name, double Value, double Least)[] limits =
        [
            (nameof(PressesPerSecond), PressesPerSecond, 0), (nameof(PressBurst), PressBurst, 1),
            (nameof(TextsPerSecond), TextsPerSecond, 0), (nameof(TextBurst), TextBurst, 1),
            (nameof(StartsPerHour), StartsPerHour, 0), (nameof(ConsentsPerHour), ConsentsPerHour, 0),
            (nameof(AllPressesPerSecond), AllPressesPerSecond, 0), (nameof(AllTextsPerSecond), AllTextsPerSecond, 0),
            (nameof(AllStartsPerSecond), AllStartsPerSecond, 0), (nameof(AllConsentsPerSecond), AllConsentsPerSecond, 0),
            (nameof(AllSlipsPerSecond), AllSlipsPerSecond, 0),
            (nameof(BusyPerHour), BusyPerHour, 0), (nameof(FloodPerHour), FloodPerHour, 0),
        ];
        return limits
            .Where(l => !double.IsFinite(l.Value) || l.Value < l.Least)
            .Select(l => FormattableString.Invariant($"{l.Name} is {l.Value}; give a number that is not below {l.Least}{(l.Least == 0 ? ", 0 being no limit" : "")}"));
    }
}
