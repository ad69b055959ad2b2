using System.CommandLine;

namespace IntakeBot.Cli;

internal static class ReferralCommand
{
    public static Command Create() => new("referral", "Read a case that a hotline gives to your organisation.") { ReferralOpenCommand.Create() };
}
