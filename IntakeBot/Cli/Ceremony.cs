using System.Text;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>The checklist that <c>init</c> leaves for the day on which the keys are made: to be printed, ticked off and kept with the organisation's key.</summary>
internal static class Ceremony
{
    public const string FileName = "CEREMONY.md";

    /// <summary>Where it is now. It holds no secret.</summary>
    public static string Write(string folder, SetUp made)
    {
        var file = Path.Combine(Path.GetFullPath(folder), FileName);
        var desks = made.Questionnaire.Forms.Select(f => f.Desk).Append("safeguarding").Distinct();
        WholeFile.Create(file, Encoding.UTF8.GetBytes(Text(made, string.Join(", ", desks))), secret: false);
        return file;
    }

    private static string Text(SetUp made, string desks) =>
        $"""
        # Key ceremony

        Two people, an hour, no phones in the room, a computer without a network. docs/organisation.md says why. Tick off, sign below, keep it with the
        organisation's key. Nothing in this file is secret.

        Made by init: {made.ConfigFolder}, {made.KeysFolder}, {made.DataFolder}.
        Desks that the questionnaire seals to: {desks}.
        Languages: {string.Join(", ", made.Questionnaire.Languages.Select(l => l.Draft ? $"{l.Tag} (draft)" : l.Tag))}.
        The Exchange's key: {Fingerprint.Of(made.ExchangeKey)}

        ## The organisation's key

        - [ ] `intakebot keys new --organisation organisation.identity`, with a passphrase of six words drawn by dice
        - [ ] its fingerprint, 20 digits, read aloud by one, written by the other: ______________________________
        - [ ] on two sticks, in two places: ______________________ and ______________________
        - [ ] the passphrase in two envelopes with two people

        ## The server

        - [ ] {Path.Combine(made.KeysFolder, "server.key")} is printed, or on a stick, in the safe: without it open conversations and receipt codes die
        - [ ] both read the Exchange's fingerprint above aloud, and it is the one that `intakebot roster show` tells
        - [ ] `intakebot backup key`: the key that opens backups lies elsewhere than the server

        ## Members, each by voice

        At least two at every desk, nobody at both. Names are on a list on paper alone.

        - [ ] each: `intakebot keys new FILE` on a computer of their own, then `intakebot keys public FILE --out NAME.json`
        - [ ] called, and the fingerprint read to us digit by digit, for each of: ______________________________
        - [ ] `intakebot roster add NAME.json --pseudonym NAME --role staff --desk DESK`, for each
        - [ ] a recovery sheet for each desk, in a safe: `intakebot keys recovery new`
        - [ ] each member has the organisation's fingerprint on paper

        ## The signature

        - [ ] the questionnaire was read, every language by somebody who speaks it; drafts that are served on purpose: ______________
        - [ ] `intakebot roster questionnaire`, then `intakebot roster sign --key organisation.identity`, then `intakebot roster check`
        - [ ] roster.json, roster.sig, organisation.pub and members/ are in {made.ConfigFolder}
        - [ ] the day on which the roster ends is in two calendars: ______________

        ## The bot

        - [ ] token, one line, in {Path.Combine(made.KeysFolder, "telegram.token")}, mode 600; the owner's account has a cloud password and is used for nothing else
        - [ ] `intakebot bot setup --config {made.ConfigFolder}` leaves nothing to do at @BotFather
        - [ ] `intakebot check --config {made.ConfigFolder} --data {made.DataFolder}` ends with "Ready.", and each warning was read
        - [ ] one intake pressed, opened at each desk, answered, removed

        Day ______________  Who ______________________  Who ______________________

        """;
}
