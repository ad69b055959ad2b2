using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntakeBot.Desk;

/// <summary>What a staff member chooses for her own machine.</summary>
internal sealed class SettingsEndpoints(DeskSettingsBook settings, DeskFrames frames)
{
    public void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet(DeskPaths.Settings, (HttpContext context) => Page(DeskVisits.Of(context), [], isSaved: false));
        inside.MapPost(DeskPaths.Settings, SaveAsync);
    }

    private async Task<RazorComponentResult> SaveAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var visit = DeskVisits.Of(context);
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var (problems, wrong, words) = (new List<string>(), new List<string>(), visit.Frame.Words);
        var wish = new DeskSettings
        {
            Language = form["language"].ToString() is var tag && DeskWords.Tags.Contains(tag) ? tag : settings.Value.Language,
            Theme = Enum.TryParse<DeskTheme>(form["theme"], out var theme) && Enum.IsDefined(theme) ? theme : settings.Value.Theme,
            TimeZone = form["zone"].ToString() is var zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : settings.Value.TimeZone,
            Sound = form["sound"] == "on",
            Proxy = form["proxy"].ToString().Trim(),
            Shifts = ShiftText.Read(form["shifts"].ToString(), wrong),
        };
        problems.AddRange(wrong.Select(w => words.With(Phrase.SettingShiftsWrong, EscapeOf(w))));
        if (wish.Proxy.Length > 0 && !ExchangeProxy.TryParse(wish.Proxy, out _, out var problem))
        {
            problems.Add(words.With(Phrase.SettingProxyWrong, problem));
        }

        if (problems.Count > 0)
        {
            return Page(visit, problems, isSaved: false);
        }

        settings.Save(wish);
        return Page(visit, [], isSaved: true);
    }

    private RazorComponentResult Page(DeskVisit visit, IReadOnlyList<string> problems, bool isSaved)
    {
        var (frame, value) = (frames.Frame(), settings.Value);
        var words = frame.Words;
        return DeskPages.Of<SettingsPage>(frame, (nameof(SettingsPage.Model), new SettingsModel
        {
            Languages = [.. DeskWords.Names.Select(n => (n.Tag, n.Name, n.Tag == words.Tag))],
            Themes = [(nameof(DeskTheme.Auto), words[Phrase.ThemeAuto], value.Theme is DeskTheme.Auto), (nameof(DeskTheme.Light), words[Phrase.ThemeLight], value.Theme is DeskTheme.Light), (nameof(DeskTheme.Dark), words[Phrase.ThemeDark], value.Theme is DeskTheme.Dark)],
            Zones = [("", value.TimeZone.Length == 0), .. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Distinct().Order(StringComparer.Ordinal).Select(id => (id, id == value.TimeZone))],
            Sound = value.Sound,
            Proxy = value.Proxy,
            Shifts = ShiftText.Of(value.Shifts),
            Problems = problems,
            IsSaved = isSaved,
            Facts = Facts(visit, words),
        }));
    }

    private static IReadOnlyList<(string What, string Value)> Facts(DeskVisit visit, DeskWords words)
    {
        var roster = visit.Membership.Roster;
        return
        [
            (words[Phrase.FactServer], roster.ExchangeAddress.GetLeftPart(UriPartial.Authority)),
            (words[Phrase.FactYou], Fingerprint.Of(visit.Membership.Member.SigningKey)),
            (words[Phrase.FactOrganisation], Fingerprint.Of(roster.Organisation)),
            (words[Phrase.FactRoster], words.With(Phrase.FactRosterValue, roster.Serial, roster.NotAfter)),
            (words[Phrase.FactKeys], words.With(Phrase.FactKeysValue, roster.Epochs.LastDayOf(visit.Membership.Identity.Epochs.LastOrDefault()))),
        ];
    }

    private static string EscapeOf(string line) => Core.Intakes.EscapedText.Of(line.Length > 80 ? line[..80] : line);
}
