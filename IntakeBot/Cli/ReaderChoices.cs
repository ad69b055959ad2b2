using System.CommandLine;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>What the verbs of intakes need to know of who is reading, and where.</summary>
internal sealed class ReaderChoices(TimeProvider time)
{
    private readonly Option<string> _identity = new("--identity") { Description = "Your identity.", Required = true, HelpName = "FILE" };
    private readonly Option<string?> _passphrase = Choices.PassphraseFile();
    private readonly Option<string> _config = Choices.Config();
    private readonly Option<string> _data = Choices.Data();

    private readonly Option<string?> _bundle = new("--bundle") { Description = "Read a file of 'intakes export' instead of a server.", HelpName = "FILE" };

    private readonly Option<string?> _organisation = new("--organisation")
    {
        Description = "The organisation's fingerprint, where no --config holds its key.",
        HelpName = "DIGITS",
    };

    /// <summary>The folder given with --config.</summary>
    public string ConfigOf(ParseResult parse) => parse.GetValue(_config)!;

    /// <summary>True where a bundle is read.</summary>
    public bool IsBundle(ParseResult parse) => parse.GetValue(_bundle) is not null;

    public void AddTo(Command command)
    {
        command.Options.Add(_identity);
        command.Options.Add(_passphrase);
        command.Options.Add(_config);
        command.Options.Add(_data);
    }

    /// <summary>For verbs that only read.</summary>
    public void AddBundleTo(Command command)
    {
        command.Options.Add(_bundle);
        command.Options.Add(_organisation);
    }

    public async Task<IntakeReader?> OpenAsync(ParseResult parse, Terminal terminal, ICollection<string> problems, CancellationToken cancellationToken)
    {
        var file = parse.GetValue(_identity)!;
        if (Passphrase.Read(terminal, parse.GetValue(_passphrase), file, problems) is not { } passphrase
            || IdentityFile.Read(file, passphrase, problems) is not { } identity)
        {
            return null;
        }

        if (parse.GetValue(_bundle) is not { } name)
        {
            return await ReaderOpening.OpenAsync(identity, ConfigOf(parse), parse.GetValue(_data)!, time, problems, cancellationToken);
        }

        using var bundle = BundleFolder.Open(name, parse.GetValue(_organisation), ConfigOf(parse), problems);
        if (bundle is not null)
        {
            return await IntakeReader.OpenAsync(identity, bundle, problems);
        }

        identity.Dispose();
        return null;
    }
}
