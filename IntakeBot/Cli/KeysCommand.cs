using System.CommandLine;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class KeysCommand
{
    public static Command Create(ArgonProfile profile, TimeProvider time) => new("keys", "Make and show the keys of one person.")
    {
        KeysNewCommand.Create(profile, time),
        KeysPublicCommand.Create(),
        KeysRenewCommand.Create(profile, time),
        KeysRecoveryCommand.Create(profile, time),
    };
}
