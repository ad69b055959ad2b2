using System.CommandLine;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class KeysRecoveryCommand
{
    /// <summary>A year of 28 days each: the sheet is taken from its safe once a season, not every month.</summary>
    public const int DefaultEpochs = 13;

    public static Command Create(ArgonProfile profile, TimeProvider time) => new("recovery", "Make and use a member whose secret is a printed sheet.")
    {
        KeysRecoveryNewCommand.Create(time),
        KeysRecoveryForwardCommand.Create(time),
        KeysRecoveryUseCommand.Create(profile, time),
    };
}
