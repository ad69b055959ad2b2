using System.Globalization;
using IntakeBot.Core.Reading;

namespace IntakeBot.Desk;

/// <summary>Draws what stands around each page.</summary>
internal sealed class DeskFrames(DeskKey key, DeskDoor door, DeskSettingsBook settings, DeskOptions options)
{
    public DeskFrame Frame()
    {
        var words = settings.Words;
        var open = door.Open;
        var shown = open is not null && !door.IsWatching ? open : null;
        return new()
        {
            Words = words,
            Theme = settings.Value.Theme,
            Base = key.Base,
            Member = shown is null ? null : $"{shown.Membership.Member.Pseudonym} · {shown.Membership.Member.Desk}",
            IsAuditor = shown?.Membership.Member.IsRecipient == false,
            IsOpen = open is not null,
            Trouble = open is null ? null : new TroubleWords(words).Of(open),
            Alarm = open?.Urgent.Unread(settings.Rota, options.Time.GetUtcNow()) is > 0 and var unread ? words.With(Phrase.AlarmUnread, unread) : null,
            OnDuty = shown is null ? null : DutyOf(words),
            IsDrill = options.IsDrill,
            IsBundle = options.Bundles.Count > 0,
            Sound = settings.Value.Sound,
            Pulse = Pulse(),
        };
    }

    /// <summary>"locked"; or number of the sheet, the server's state, the count of new and of long unread U1, and what changes without any of these, with points between.</summary>
    public string Pulse() => door.Open is not { } open
        ? "locked"
        : string.Create(CultureInfo.InvariantCulture, $"{open.Cases.Sheet.Number + open.Urgent.Unread(settings.Rota, options.Time.GetUtcNow())}.{(int)(open.Sync?.State.Outcome ?? SyncOutcome.Done)}.{open.Cases.Sheet.NewUrgent + open.Urgent.Raised}.{(open.Server?.HasNewRoster == true ? 1 : 0) + (open.Server?.HasOtherKeys == true ? 2 : 0) + (4 * open.Passing.Steps)}");

    /// <summary>The same, and behind another point what <see cref="CaseBook.MarkOf"/> says of a case; "gone" where it is no more.</summary>
    public string PulseOf(string handle) => door.Open is { } open ? $"{Pulse()}.{open.Cases.MarkOf(handle) ?? "gone"}" : Pulse();

    private string? DutyOf(DeskWords words)
    {
        if (settings.Value.Shifts.Count == 0)
        {
            return null;
        }

        var now = options.Time.GetUtcNow();
        var rota = settings.Rota;
        var on = rota.OnDuty(now).ToList();
        var due = new DueWords(words, rota, settings.Zone, now);
        return on.Count == 0
            ? words.With(Phrase.DutyNext, due.At(rota.NextStaffed(now)))
            : words.With(Phrase.DutyNow, string.Join(", ", on.SelectMany(s => s.Shift.Members).Distinct()), due.At(on.Max(s => s.Until)));
    }
}
