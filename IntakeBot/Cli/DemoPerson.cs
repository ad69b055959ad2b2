namespace IntakeBot.Cli;

/// <summary>
/// An invented intake of the demo. <paramref name="Said"/>: "danger.today who.me", with a dash for what was skipped ("papers.-"); what is left out was
/// not answered. <paramref name="Oddity"/>: busy, flood or tampered.
/// </summary>
internal sealed record DemoPerson(string Language, int DaysAgo, string Said, bool HasNumber = true, string? Note = null, string? Oddity = null, int Form = 0);
