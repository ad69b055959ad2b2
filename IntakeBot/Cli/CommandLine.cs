using System.CommandLine;
using System.CommandLine.Invocation;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>All verbs. Data go to standard output, words to standard error; exit codes are <see cref="ExitCode"/>.</summary>
internal static class CommandLine
{
    /// <summary>
    /// <paramref name="profile"/> is that of the identities that are made; tests name a cheap one. <paramref name="time"/> is that
    /// of the verbs that end by themselves; what goes on running lives in the system's. <paramref name="proc"/> is where the kernel tells of the machine.
    /// </summary>
    public static async Task<int> RunAsync(
        string[] arguments, InvocationConfiguration? configuration = null, ArgonProfile? profile = null, TimeProvider? time = null, string proc = Machine.Proc)
    {
        var parse = Root(profile ?? ArgonProfile.Default, time ?? TimeProvider.System, proc).Parse(arguments);
        // An orderly stop finishes what is under way; the library's own limit of two seconds would cut it off.
        configuration ??= new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) };
        configuration.EnableDefaultExceptionHandler = false;
        try
        {
            var code = await parse.InvokeAsync(configuration);
            return parse.Action is ParseErrorAction ? ExitCode.Refused : code;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InsufficientMemoryException)
        {
            // The world said no: a full disk, a folder of somebody else. The message names the file.
            await configuration.Error.WriteLineAsync(failure.Message);
            return ExitCode.Failed;
        }
        catch (TypeInitializationException failure) when (failure.GetBaseException() is NotSupportedException or DllNotFoundException)
        {
            // Another libsodium, or none.
            await configuration.Error.WriteLineAsync(failure.GetBaseException() is NotSupportedException said
                ? said.Message
                : "libsodium cannot be loaded: put back the file that came beside the program.");
            return ExitCode.Refused;
        }
    }

    public static RootCommand Root(ArgonProfile profile, TimeProvider time, string proc = Machine.Proc) => new("IntakeBot: a hotline for people in hiding.")
    {
        DemoCommand.Create(),
        ServeCommand.Create(),
        HealthCommand.Create(),
        InitCommand.Create(profile, time),
        KeysCommand.Create(profile, time),
        RosterCommand.Create(time),
        CheckCommand.Create(time, proc),
        BotCommand.Create(),
        LeafletCommand.Create(),
        QuestionnaireCommand.Create(),
        ReferralCommand.Create(),
        IntakesCommand.Create(time),
        RepliesCommand.Create(time),
        DeskCommand.Create(time),
        BackupCommand.Create(profile),
        RestoreCommand.Create(time),
        VerifyCommand.Create(time),
        PurgeCommand.Create(time),
        ShredCommand.Create(),
        PhoneCommand.Create(),
        BenchCommand.Create(),
        ProofCommand.Create(),
        ReleaseCommand.Create(),
    };
}
