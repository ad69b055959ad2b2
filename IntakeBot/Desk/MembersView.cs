using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>Puts the roster into words.</summary>
internal sealed class MembersView(DeskVisit visit)
{
    private readonly DeskWords _words = visit.Frame.Words;
    private readonly Roster _roster = visit.Membership.Roster;

    public MembersModel Of() => new()
    {
        Members = [.. _roster.Desks.SelectMany(desk => _roster.Members.Where(m => m.Desk == desk)).Select(Of)],
        Passing = visit.Open.Passing.State is { } state ? Of(state) : null,
        CanPropose = visit.Membership.Member.IsRecipient,
    };

    public static Phrase PhraseOf(RosterRole role) => role switch
    {
        RosterRole.Lead => Phrase.RoleLead,
        RosterRole.Auditor => Phrase.RoleAuditor,
        _ => Phrase.RoleStaff,
    };

    private MemberLine Of(RosterMember member)
    {
        var today = _roster.EpochOf(visit.Today);
        var last = Roster.StatedUntil(member, today);
        return new()
        {
            Pseudonym = member.Pseudonym,
            Desk = member.Desk,
            Role = member.Recovery ? _words.With(Phrase.RoleRecovery, _words[PhraseOf(member.Role)]) : _words[PhraseOf(member.Role)],
            Since = member.Since.ToString(),
            Keys = !member.IsRecipient ? _words[Phrase.KeysNoneNeeded]
                : last is { } epoch ? _words.With(Phrase.KeysUntil, _roster.Epochs.LastDayOf(epoch))
                : _words[Phrase.KeysNone],
            IsEnding = member.IsRecipient && (last is null || last - today < Roster.EpochsAhead),
            Fingerprint = Fingerprint.Of(member.SigningKey),
            IsYou = member.Place == visit.Membership.Member.Place,
            CanBeGiven = visit.Open.Sync is not null && visit.Open.Passing.IsFor(member, visit.Today),
        };
    }

    private PassingModel Of(PassingState state)
    {
        (int Count, Phrase Why)[] left =
        [
            (state.Failed, Phrase.PassingFailed), (state.Keyless, Phrase.PassingKeyless), (state.Gone, Phrase.PassingGone), (state.Had, Phrase.PassingHad),
        ];
        return new()
        {
            Words = state.IsRunning
                ? _words.With(Phrase.PassingRuns, state.Pseudonym, state.Done, state.Total)
                : _words.With(Phrase.PassingDone, state.Pseudonym, state.Given, state.Total),
            Done = state.Done,
            Total = state.Total,
            IsRunning = state.IsRunning,
            Left = state.IsRunning ? [] : state.IsOutdated ? [_words[Phrase.NewRoster]] : [.. left.Where(l => l.Count > 0).Select(l => _words.With(l.Why, l.Count, state.Pseudonym))],
        };
    }
}
