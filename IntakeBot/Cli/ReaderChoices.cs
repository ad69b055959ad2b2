using System.CommandLine;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>What both verbs of intakes need to know of who is reading.</summary>
internal sealed class ReaderChoices(TimeProvider time)
{
    private readonly Option<string> _identity = new("--identity") { Description = "Your identity.", Required = true, HelpName = "FILE" };
    private readonly Option<string?> _passphrase = Choices.PassphraseFile();
    private readonly Option<string> _config = Choices.Config();
    private readonly Option<string> _data = Choices.Data();

    public void AddTo(Command command)
    {
        command.Options.Add(_identity);
        command.Options.Add(_passphrase);
        command.Options.Add(_config);
        command.Options.Add(_data);
    }

    public async Task<IntakeReader?> OpenAsync(ParseResult parse, Terminal terminal, ICollection<string> problems, CancellationToken cancellationToken)
    {
        var file = parse.GetValue(_identity)!;
        return Passphrase.Read(terminal, parse.GetValue(_passphrase), file, problems) is { } passphrase
            && IdentityFile.Read(file, passphrase, problems) is { } identity
            ? await IntakeReader.OpenAsync(identity, parse.GetValue(_config)!, parse.GetValue(_data)!, time, problems, cancellationToken)
            : null;
    }
}
