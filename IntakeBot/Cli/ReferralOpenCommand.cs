using System.CommandLine;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class ReferralOpenCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The file that a member of the hotline saved for you." };
        var from = new Option<string>("--from") { Description = "That member's fingerprint, as she said it to you.", Required = true, HelpName = "DIGITS" };
        var identity = new Option<string>("--identity") { Description = "Your identity, made with 'intakebot keys new'.", Required = true, HelpName = "FILE" };
        var passphrase = Choices.PassphraseFile();
        var language = new Option<string>("--language") { Description = "Show questions and answers in it.", DefaultValueFactory = _ => "en", HelpName = "TAG" };
        var json = Choices.Json();
        var command = new Command("open", "Open it and show what the person said.") { file, from, identity, passphrase, language, json };
        command.SetAction((parse, _) => Quietly.RunAsync(parse, terminal => Task.FromResult(
            Run(terminal, parse.GetValue(file)!, parse.GetValue(from)!, parse.GetValue(identity)!, parse.GetValue(passphrase), parse.GetValue(language)!, parse.GetValue(json)))));
        return command;
    }

    private static int Run(Terminal terminal, string file, string from, string identityFile, string? passphraseFile, string tag, bool json)
    {
        var problems = new List<string>();
        if (Passphrase.Read(terminal, passphraseFile, identityFile, problems) is not { } passphrase || IdentityFile.Read(identityFile, passphrase, problems) is not { } identity)
        {
            return terminal.Refuse(problems);
        }

        using (identity)
        {
            if (ReferralReader.Open(file, from, identity, problems) is not { By: { } by, Reading: { } reading } opening)
            {
                return terminal.Refuse(problems);
            }

            using var key = opening.Key;
            if (by.Questionnaire.Languages.FirstOrDefault(l => l.Tag == tag) is not { } language)
            {
                return terminal.Refuse($"--language is one of {string.Join(", ", by.Questionnaire.Languages.Select(l => l.Tag))}.");
            }

            if (json)
            {
                terminal.Data([IntakeReport.Of(opening, by.Questionnaire)], CliJson.Default.ListIntakeReport);
                return ExitCode.Done;
            }

            foreach (var line in TriageWords.Lines(opening, by.Questionnaire, language))
            {
                terminal.Data(line);
            }

            terminal.Data(IntakeTable.Of(reading, by.Form, language));
            return ExitCode.Done;
        }
    }
}
