using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntakeBot.Desk;

/// <summary>One request at an open desk: what it works with, and where it leads.</summary>
internal sealed class DeskVisit(OpenDesk open, DeskKey key, DeskFrames frames, DeskSettingsBook settings, TimeProvider time)
{
    public OpenDesk Open => open;

    public Membership Membership => open.Membership;

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public Day Today => Day.Of(Now);

    public DeskFrame Frame { get; } = frames.Frame();

    public CaseWords Words => new(open.Membership, Frame.Words);

    public DueWords Due => new(Frame.Words, settings.Rota, settings.Zone, Now);

    public SecondMember Second => new(open.Memos.Memos, open.Membership.Member.Place, Now);

    public TimeZoneInfo Zone => settings.Zone;

    public RedirectHttpResult To(string path) => TypedResults.LocalRedirect($"{key.Base}{path}");

    public RedirectHttpResult ToCase(Case @case, string rest = "") => To($"{DeskPaths.Case}/{@case.Handle}{rest}");

    /// <summary>A page that says one thing, and leads back to the queue.</summary>
    public RazorComponentResult Say(Phrase title, params IEnumerable<string> lines) =>
        DeskPages.Of<SayPage>(Frame, (nameof(SayPage.Heading), Frame.Words[title]), (nameof(SayPage.Lines), lines.ToList()));
}
