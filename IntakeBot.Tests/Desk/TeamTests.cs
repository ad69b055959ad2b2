using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Cli;
using IntakeBot.Tests.Support;
using OpenQA.Selenium;

namespace IntakeBot.Tests.Desk;

/// <summary>Three staff members and an auditor at their desks, and two people who come at once.</summary>
[Collection(DeskBrowsers.Name)]
public sealed class TeamTests
{
    private const string Top = "return document.querySelector('#take').getBoundingClientRect().top";

    /// <summary>Presses the form's button as a person does who saves the file; gives the file.</summary>
    private const string Save =
        """
        const done = arguments[0], form = document.querySelector('form[action$="/refer"]');
        form.consent.checked = true;
        fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) })
          .then(a => a.arrayBuffer()).then(b => done(btoa(Array.from(new Uint8Array(b), c => String.fromCharCode(c)).join(''))));
        """;

    [Fact]
    public async Task A_shift_of_three_answers_two_people_at_once_gives_one_case_away_and_the_auditor_sees_that_and_no_more()
    {
        Chromium.SkipWithout();
        await using var team = await TeamRig.StartAsync();
        var (ada, ben, cho) = (team.Staff[0], team.Staff[1], team.Staff[2]);

        var people = await Task.WhenAll(DeskRig.ComeAsync(team.Hotline), DeskRig.ComeAsync(team.Hotline));
        Assert.All(team.Staff, seat => seat.Browser.Chromium.Until("both cases", () => seat.Browser.Rows().Count == 2));

        // Each desk has names of its own for the two; they stand in one order at all, for they are as urgent as one another and of one day.
        var names = team.Staff.ToDictionary(seat => seat, seat => seat.Browser.Rows());
        string First(DeskSeat seat) => names[seat][0];
        Take(ada, First(ada));
        Take(ben, names[ben][1]);
        cho.Browser.ReadRow(First(cho), "staff-1");
        cho.Browser.ReadRow(names[cho][1], "staff-2");

        // Two write on one case at the same time, and a third reads it meanwhile.
        cho.Read(First(cho));
        cho.Browser.ReloadUntil("Taken by staff-1");
        var before = cho.Browser.Page.ExecuteScript(Top);
        ada.Read(First(ada));
        ada.Browser.Fill("#note", "Her aunt can be asked.");
        ben.Read(First(ben));
        ben.Browser.Fill("#tag", "aunt");
        await Task.WhenAll(
            Task.Run(() => ada.Browser.Click("form[action$='/note'] button", "/case/")), Task.Run(() => ben.Browser.Click("form[action$='/tag'] button", "/case/")));
        cho.Browser.Read("Something is new here");
        Assert.Equal(before, cho.Browser.Page.ExecuteScript(Top));
        foreach (var seat in team.Staff)
        {
            seat.Read(First(seat));
            seat.Browser.ReloadUntil("Her aunt can be asked.");
            seat.Browser.ReloadUntil("put the tag aunt");
        }

        // Both are answered, and a third member reads both before they go.
        var asked = Ask(ada, First(ada));
        Assert.Equal(asked, Ask(ben, names[ben][1]));
        foreach (var name in names[cho])
        {
            cho.Browser.To("/queue?part=Approve");
            cho.Browser.ReadRow(name, "to approve");
            cho.Read(name);
            cho.Browser.ReadDraft();
            cho.Decide("approve");
            cho.Browser.Read("It is in her mailbox");
        }

        Assert.All(await Task.WhenAll(people.Select(p => p.ReadReplyAsync(asked))), Assert.True);

        // She said yes: the case goes to a partner, who reads it at home.
        using var partner = Identity.Draw(EpochCalendar.Default.EpochOf(Day.Today(TimeProvider.System)), 4);
        var (json, identity) = (Path.Combine(team.Hotline.Folder, "refuge.json"), Path.Combine(team.Hotline.Folder, "refuge.identity"));
        await File.WriteAllBytesAsync(json, MemberFile.Encode(partner));
        IdentityFile.Create(identity, partner, team.Keys.Passphrase, ArgonProfile.Tiny);
        ada.Browser.To("/partners");
        ada.Browser.Fill("#name", "refuge");
        ada.Browser.Fill("#digits", Fingerprint.Of(partner.Signing.Public));
        ada.Browser.Page.FindElement(By.Id("file")).SendKeys(json);
        ada.Browser.Click("form[enctype] button", "/partners");
        ada.Read(First(ada));
        ada.Browser.ReloadUntil("She said “yes”");
        ada.Browser.Click("a[href$='/refer']", "/refer");
        ada.Browser.Read(asked);
        ada.Browser.Read("May we pass on to them");
        var file = Path.Combine(team.Hotline.Folder, "referral.bundle");
        await File.WriteAllBytesAsync(file, Convert.FromBase64String((string)ada.Browser.Page.ExecuteAsyncScript(Save)!));
        var sender = RosterFolder.Read(team.Keys.ConfigFolder, team.Keys.DataFolder, Day.Today(TimeProvider.System)).Roster!.Members.Single(m => m.Pseudonym == "staff-1").SigningKey;
        var read = await CliRun.Of("referral", "open", file, "--from", Fingerprint.Of(sender), "--identity", identity, "--passphrase-file", team.Keys.PassphraseFile);
        Assert.True(read.Code == 0, read.Words);
        Assert.Contains("Are you in danger?", read.Data, StringComparison.Ordinal);
        ben.Read(First(ben));
        ben.Browser.ReloadUntil("gave it to refuge");

        // The shift ends.
        ben.Browser.To("/handover");
        ben.Browser.Fill("#text", "The second one waits for a call.");
        ben.Browser.Click("section[aria-labelledby=notes] form button", "/handover");
        cho.Browser.To("/handover");
        cho.Browser.ReloadUntil("The second one waits for a call.");

        var auditor = team.Auditor.Browser;
        auditor.ReloadUntil("referred");
        var seen = auditor.See("main").Text;
        Assert.All((string[])["staff-1", "staff-2", "cho", "opened", "wrote a note", "changed a tag", "drafted a reply", "sent a reply"], words => Assert.Contains(words, seen, StringComparison.Ordinal));
        Assert.All((string[])["aunt", "danger", "waits for a call", "refuge", asked], words => Assert.DoesNotContain(words, auditor.Page.PageSource, StringComparison.Ordinal));
    }

    private static void Take(DeskSeat seat, string name)
    {
        seat.Browser.Click($"tr[data-row='{name}'] a.open", "/case/");
        seat.Browser.Click("#take");
        seat.Browser.Read("Taken by you");
    }

    /// <summary>What the replies have for it; gives the text.</summary>
    private static string Ask(DeskSeat seat, string name)
    {
        seat.ReadAnswerable(name);
        seat.Browser.To($"/case/{name}/reply");
        seat.Browser.Click("button[value=refer]");
        var text = seat.Browser.See("#text").GetDomProperty("value")!;
        seat.Browser.Click("button[value=preview]");
        seat.Decide("send");
        seat.Browser.Read("It waits for a second member");
        return text;
    }
}
