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
            IsOpen = open is not null,
            Trouble = open is null ? null : new TroubleWords(words).Of(open),
            OnDuty = shown is null ? null : DutyOf(words),
            IsDrill = options.IsDrill,
            IsBundle = options.Bundles.Count > 0,
            Sound = settings.Value.Sound,
            Pulse = Pulse(),
        };
    }

    /// <summary>"locked"; or number of the sheet, the server's state and the count of new U1, with points between.</summary>
    public string Pulse() => door.Open is not { } open
        ? "locked"
        : string.Create(CultureInfo.InvariantCulture, $"{open.Cases.Sheet.Number}.{(int)(open.Sync?.State.Outcome ?? SyncOutcome.Done)}.{open.Cases.Sheet.NewUrgent}.{(open.Server?.HasNewRoster == true ? 1 : 0)}");

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
