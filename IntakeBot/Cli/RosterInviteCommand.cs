using System.CommandLine;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class RosterInviteCommand
{
    public static Command Create()
    {
        var config = Choices.Config();
        var command = new Command("invite", "Print the line that a new member's desk asks for first. Nothing in it is secret.") { config };
        command.SetAction(parse => Run(new Terminal(parse), parse.GetValue(config)!));
        return command;
    }

    private static int Run(Terminal terminal, string config)
    {
        var problems = new List<string>();
        var organisation = RosterFolder.Organisation(config, problems);
        var draft = RosterDraft.Open(config, problems);
        if (organisation is null || draft is null)
        {
            return terminal.Refuse([.. problems, "The first 'intakebot roster sign' writes organisation.pub; members who come before it make their keys with 'intakebot keys new'."]);
        }

        // Also of a roster that is still to be signed: it may be she who is missing in it.
        if (!Uri.TryCreate(draft.ExchangeAddress, UriKind.Absolute, out var address)
            || VerifyKey.Parse(draft.ExchangeKey) is not { } exchange
            || Invitation.Parse(new Invitation(address, organisation, exchange).ToString()) is not { } invitation)
        {
            return terminal.Refuse(
                $"{Path.Combine(config, RosterFolder.RosterName)}: exchange names no server that a desk could ask; "
                + "address is http:// or https:// with a host and a port and nothing behind it, publicKey the key that 'intakebot init' has shown");
        }

        terminal.Data(invitation.ToString());
        terminal.Say($"The organisation's fingerprint, for the new member to compare by voice: {Fingerprint.Of(organisation)}");
        return ExitCode.Done;
    }
}
