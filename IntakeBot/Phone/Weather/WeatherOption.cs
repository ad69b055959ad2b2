namespace IntakeBot.Phone;

/// <summary>
/// One thing that can go wrong, by its name: it lasts until it is switched off, or it happens once. <paramref name="Cases"/> are
/// its numbers in the table of faults; <paramref name="Words"/> is what the page calls it.
/// </summary>
public sealed record WeatherOption(string Name, string Cases, string Words)
{
    /// <summary>True where it is switched on and off; false where it happens once.</summary>
    public bool Lasts => Switch is not null;

    /// <summary>It happens to one person, who has to be named.</summary>
    public bool NeedsPerson { get; init; }

    /// <summary>How many times it happens unless another number is given; 0: it cannot be counted.</summary>
    public int Count { get; init; }

    internal Action<PhoneWorld, bool>? Switch { get; init; }

    internal Action<PhoneWorld, PhonePerson?, int>? Happen { get; init; }
}
