namespace IntakeBot.Core.Sealing;

/// <summary>Who may open what, checked: only <see cref="RosterFolder"/> says that a roster was signed.</summary>
public sealed record Roster
{
    /// <summary>Epochs that each member states ahead, so that a volunteer's holiday closes nothing.</summary>
    public const int EpochsAhead = 3;

    /// <summary>How long a place rests after its member has left: as long as an intake may be kept.</summary>
    public const int DaysVacated = 180;

    internal const int MaxNameLength = 32;

    private const int DaysOfWarning = 14;

    /// <summary>The key by which it was signed.</summary>
    public required VerifyKey Organisation { get; init; }

    /// <summary>Hexadecimal H([]; "roster", bytes of the file).</summary>
    public required string Hash { get; init; }

    public required uint Serial { get; init; }

    /// <summary>The last day on which it counts.</summary>
    public required Day NotAfter { get; init; }

    public required EpochCalendar Epochs { get; init; }

    /// <summary>4, 8, 16 or 32: stanzas of every intake.</summary>
    public required int Places { get; init; }

    /// <summary>Members who must sign a reply: 1 or 2.</summary>
    public required int Approvals { get; init; }

    public required IReadOnlyList<string> Desks { get; init; }

    /// <summary>Where the desks reach the Exchange.</summary>
    public required Uri ExchangeAddress { get; init; }

    public required VerifyKey ExchangeKey { get; init; }

    /// <summary>Hashes of the questionnaires that are valid, 40 lower-case hexadecimal digits each.</summary>
    public required IReadOnlyList<string> Questionnaires { get; init; }

    /// <summary>By place, rising.</summary>
    public required IReadOnlyList<RosterMember> Members { get; init; }

    /// <summary>How long the operator may keep things at most.</summary>
    public SignedDays Days { get; init; } = SignedDays.Shipped;

    /// <summary>True for what may be a pseudonym or a desk: 1 to 32 of a-z, 0-9 and -. It becomes a file's name.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= MaxNameLength && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public uint EpochOf(Day day) => Epochs.EpochOf(day);

    public RosterMember? Find(VerifyKey signingKey) => Members.FirstOrDefault(m => m.SigningKey.Equals(signingKey));

    public bool ListsQuestionnaire(ReadOnlySpan<byte> hash) => Questionnaires.Contains(Convert.ToHexStringLower(hash));

    /// <summary>Null where nobody could open it: an unknown desk, no key for the day's epoch, or a roster past its last day.</summary>
    public Recipients? RecipientsFor(string desk, Day today)
    {
        var epoch = EpochOf(today);
        var places = new RecipientKey?[Places];
        var any = false;
        foreach (var member in Members.Where(m => m.IsRecipient && m.Desk == desk))
        {
            places[member.Place] = member.EpochKeys.GetValueOrDefault(epoch);
            any |= places[member.Place] is not null;
        }

        return any && today <= NotAfter ? new Recipients(epoch, Serial, places) : null;
    }

    /// <summary>The last epoch up to which the member has stated a key for each from <paramref name="current"/> on; null where there is none for that.</summary>
    public static uint? StatedUntil(RosterMember member, uint current)
    {
        var last = current;
        while (member.EpochKeys.ContainsKey(last))
        {
            last++;
        }

        return last == current ? null : last - 1;
    }

    /// <summary>The signing key of the recipient at a place; null where its stanzas are throw-away ones.</summary>
    public VerifyKey? HolderOf(byte place) => Members.FirstOrDefault(m => m.IsRecipient && m.Place == place)?.SigningKey;

    /// <summary>True where both are the same file, with the same epoch keys beside it.</summary>
    public bool SealsLike(Roster other) =>
        Hash == other.Hash && Members.Count == other.Members.Count && Members.Zip(other.Members).All(pair => pair.First.HasSameKeys(pair.Second));

    /// <summary>The same roster as if nobody had these places.</summary>
    public Roster Without(IReadOnlyCollection<byte> places) => this with { Members = [.. Members.Where(m => !places.Contains(m.Place))] };

    public override string ToString() => $"roster {Serial}";

    /// <summary>What does not stop anything yet: one line each, what and what to do.</summary>
    public IReadOnlyList<string> Warnings(Day today)
    {
        var warnings = new List<string>();
        var current = EpochOf(today);
        foreach (var desk in Desks)
        {
            if (Members.Where(m => m.IsRecipient && m.Desk == desk && m.EpochKeys.ContainsKey(current)).ToList() is [var single])
            {
                warnings.Add(
                    $"desk {desk}: {single.Pseudonym} alone can open what is sealed to it, and one lost key would lose everything said; "
                    + "add a second member or a recovery key");
            }
        }

        foreach (var member in Members.Where(m => m.IsRecipient && !m.EpochKeys.ContainsKey(current)))
        {
            warnings.Add(
                $"{member.Pseudonym} has no key for the current epoch {current}, and what is sealed now will never open for them; "
                + "the member runs 'intakebot keys renew', then 'intakebot roster add' takes the public file");
        }

        if (NotAfter.Number - today.Number <= DaysOfWarning)
        {
            warnings.Add($"the roster ends on {NotAfter}: have the next one signed");
        }

        warnings.AddRange(Members.Where(m => m.IsRecipient).Select(m => StatementsEnd(m, EpochOf(today))).OfType<string>());
        return warnings;
    }

    /// <summary>Null where the member's keys reach beyond the next two epochs.</summary>
    private string? StatementsEnd(RosterMember member, uint current)
    {
        var last = StatedUntil(member, current + 1) ?? current;
        if (last - current >= EpochsAhead)
        {
            return null;
        }

        var how = member.Recovery ? "a later sheet is made with 'intakebot keys recovery forward'" : "the member runs 'intakebot keys renew'";
        return $"{member.Pseudonym}: renew by {Epochs.LastDayOf(last)}, the last day for which there are keys; {how}, then 'intakebot roster add' takes the public file";
    }
}
