using System.CommandLine;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Cli;

internal static class RestoreCommand
{
    public static Command Create(TimeProvider time)
    {
        var file = new Argument<string>("FILE") { Description = "A file of 'intakebot backup'." };
        var key = new Option<string>("--key") { Description = "The backup key.", HelpName = "FILE", Required = true };
        var passphrase = Choices.PassphraseFile();
        var data = Choices.Data();
        var erased = new Option<string[]>("--erased") { Description = "A newer copy of erased.rows: what it names does not come back.", HelpName = "FILE" };
        var command = new Command("restore", "Put a backup into a data folder that has lost its store, or is new.") { file, key, passphrase, data, erased };
        command.SetAction(parse => Quietly.RunAsync(parse, async terminal =>
        {
            var problems = new List<string>();
            var (name, identityFile, folder) = (parse.GetValue(file)!, parse.GetValue(key)!, parse.GetValue(data)!);
            if (Passphrase.Read(terminal, parse.GetValue(passphrase), identityFile, problems) is not { } words)
            {
                return terminal.Refuse(problems);
            }

            using var identity = IdentityFile.Read(identityFile, words, problems);
            if (identity is null || BackupFile.KeyFor(name, identity, problems) is not { } secret)
            {
                return terminal.Refuse(problems);
            }

            return await RunAsync(terminal, name, secret, folder, parse.GetValue(erased) ?? [], time);
        }));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string file, EpochSecret secret, string folder, string[] erased, TimeProvider time)
    {
        await using var stream = File.OpenRead(file);
        var hadErased = File.Exists(Path.Combine(folder, "erased.rows"));
        RestoreReport report;
        try
        {
            report = await StoreRestore.RunAsync(
                folder,
                () =>
                {
                    _ = stream.Seek(0, SeekOrigin.Begin);
                    return new(new BufferedStream(BackupOpenStream.Open(stream, secret)!));
                },
                erased, time);
        }
        catch (StoreException refusal) when (!refusal.MayPass)
        {
            return terminal.Refuse(refusal.Message);
        }

        terminal.Data($"{report.Found} in the backup, {report.Tombstones} tombstones known");
        terminal.Say(report.LeftOut > 0
            ? $"{report.LeftOut} rows were erased since and stay erased."
            : hadErased || erased.Length > 0
                ? "Nothing of it was erased since, as far as erased.rows says."
                : "warning: there was no erased.rows here and none was named: who erased after the backup was made is stored again. Tell the desks.");
        terminal.Say("Conversations that were open come to their end screen; numbers work with the same server.key.");
        terminal.Say("Start the server once with 'serve --clock-is-right' where the backup is more than two days old.");
        return ExitCode.Done;
    }
}
