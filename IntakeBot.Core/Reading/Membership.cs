using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>A staff member at work: her identity, what the roster says of her, and the questionnaire that she reads with. Opens sealed rows; asks nobody.</summary>
public sealed class Membership : IDisposable
{
    private readonly AskedBy _current;
    private readonly IReadOnlyList<AskedBy> _older;

    private Membership(Identity identity, Roster roster, RosterMember member, Questionnaire questionnaire, IReadOnlyList<Questionnaire> older)
    {
        (Identity, Roster, Member) = (identity, roster, member);
        _current = new(questionnaire, member.Desk);
        _older = [.. older.Select(q => new AskedBy(q, member.Desk))];
    }

    public Identity Identity { get; }

    public Roster Roster { get; }

    public RosterMember Member { get; }

    /// <summary>The one that is served now.</summary>
    public Questionnaire Questionnaire => _current.Questionnaire;

    /// <summary>The form of the member's desk.</summary>
    public Form Form => _current.Form;

    /// <summary>Null, and every reason added, where a file is wrong or the roster does not name this identity; which is then still the caller's.</summary>
    public static Membership? Read(Identity identity, string configFolder, string dataFolder, Day today, ICollection<string> problems)
    {
        var questionnaire = QuestionnaireFolder.Read(configFolder);
        var roster = RosterFolder.Read(configFolder, dataFolder, today);
        foreach (var problem in questionnaire.Problems.Select(p => Path.Combine(configFolder, p.ToString())).Concat(roster.Problems))
        {
            problems.Add(problem);
        }

        var member = roster.Roster?.Find(identity.Signing.Public);
        if (roster.Roster is not null && member is null)
        {
            problems.Add($"{Path.Combine(configFolder, RosterFolder.RosterName)}: this identity ({Fingerprint.Of(identity.Signing.Public)}) is not in it");
        }

        return problems.Count > 0 || member is null || questionnaire.Value is null ? null : new(identity, roster.Roster!, member, questionnaire.Value, OlderQuestionnaires.Read(configFolder, roster.Roster!));
    }

    /// <summary>Without a reading where it is for others, or damaged.</summary>
    public IntakeOpening Open(ColdRow cold, HotRow hot)
    {
        if (Identity.EpochSecretOf(cold.Epoch) is not { } secret || IntakeOpener.Open(cold, hot, secret, Member.Place) is not Opening.Opened opened)
        {
            return new(cold.Place, null);
        }

        var by = ByOf(opened);
        var reading = IntakeReading.Of(opened.Slots, by.Questionnaire, by.Form, by.Hash);
        return new(cold.Place, reading) { By = by, Key = opened.Case, Triage = Triage.Of(reading, by.Questionnaire, by.Form) };
    }

    /// <summary>
    /// A copy of what was said in <paramref name="slots"/>, for a partner. Null where the intake is for others, or damaged, or its questionnaire is not here,
    /// or is no form of the hotline: what is said about helpers stays with those who look into it.
    /// </summary>
    public (ColdRow Cold, HotRow Hot)? Copy(ColdRow cold, HotRow hot, IReadOnlyCollection<Slot> slots, RecipientKey partner, uint epoch, Day today)
    {
        if (Identity.EpochSecretOf(cold.Epoch) is not { } secret || IntakeOpener.Open(cold, hot, secret, Member.Place) is not Opening.Opened opened)
        {
            return null;
        }

        using var key = opened.Case;
        return opened.Slots.GetValueOrDefault(Slot.Heading) is { } bytes && Heading.Decode(bytes) is { } heading && ByOf(opened) is var by
            && by.Hash.SequenceEqual(heading.QuestionnaireHash.Span) && by.Form == by.Questionnaire.Main
                ? IntakeCopy.Seal(heading, opened.Slots.Where(s => slots.Contains(s.Key)).ToDictionary(), partner, epoch, today) : null;
    }

    /// <summary>Somebody else of this desk who may open what is sealed to it; null, and the reason added, where there is none of that name.</summary>
    public RosterMember? Colleague(string pseudonym, ICollection<string> problems)
    {
        var member = Roster.Members.FirstOrDefault(m => m.Pseudonym == pseudonym);
        var wrong = member switch
        {
            null => "is not in the roster",
            { IsRecipient: false } => "is an auditor and opens nothing",
            _ when member.Place == Member.Place => "is you",
            _ when member.Desk != Member.Desk => $"is at desk {member.Desk}, and you are at {Member.Desk}",
            _ => null,
        };
        if (wrong is null)
        {
            return member;
        }

        problems.Add($"{pseudonym}: {wrong}; 'intakebot roster show' lists the members");
        return null;
    }

    /// <summary>The one of its heading; where none of that hash is at hand, the current one, by which nothing of it is read.</summary>
    private AskedBy ByOf(Opening.Opened opened) => opened.Slots.GetValueOrDefault(Slot.Heading) is { } bytes && Heading.Decode(bytes) is { } heading
        ? _older.FirstOrDefault(o => o.Hash.SequenceEqual(heading.QuestionnaireHash.Span)) ?? _current : _current;

    public void Dispose() => Identity.Dispose();
}
