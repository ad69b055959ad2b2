using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spectre.Console;

namespace IntakeBot.Cli;

/// <summary>Where a verb writes: data to standard output, words to standard error.</summary>
internal sealed class Terminal(ParseResult parse)
{
    private const int WidthOfFiles = 120;

    private readonly TextWriter _data = parse.InvocationConfiguration.Output;
    private readonly TextWriter _words = parse.InvocationConfiguration.Error;

    public void Data(string line) => _data.WriteLine(line);

    public void Data(ReadOnlySpan<byte> text) => _data.Write(System.Text.Encoding.UTF8.GetString(text));

    public void Data<T>(T value, JsonTypeInfo<T> type) => _data.WriteLine(JsonSerializer.Serialize(value, type));

    /// <summary>A table or the like, as data.</summary>
    public void Data(Spectre.Console.Rendering.IRenderable drawn)
    {
        var screen = ReferenceEquals(_data, Console.Out) && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = screen ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = screen ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(_data),
        });
        if (!screen)
        {
            console.Profile.Width = WidthOfFiles;
        }

        console.Write(drawn);
    }

    /// <summary>Words may quote a file that came from anybody: no control character of it reaches the terminal.</summary>
    public void Say(string line) => _words.WriteLine(string.Concat(line.Select(c => char.IsControl(c) && c is not ('\n' or '\t') ? '?' : c)));

    public int Refuse(params IEnumerable<string> problems)
    {
        foreach (var problem in problems)
        {
            Say(problem);
        }

        return ExitCode.Refused;
    }

    /// <summary>Whether somebody sits there: what is written comes to a screen, and what is typed comes from a keyboard.</summary>
    public bool IsInteractive => ReferenceEquals(_data, Console.Out) && !Console.IsOutputRedirected && !Console.IsInputRedirected;

    /// <summary>What is typed; null: nothing any more.</summary>
    public string? Ask(string question)
    {
        _words.Write(question);
        return Console.ReadLine();
    }

    /// <summary>True where somebody types just this word; without a terminal, only where the option was given.</summary>
    public bool Typed(string question, string word, bool given, string option)
    {
        if (given)
        {
            return true;
        }

        if (Console.IsInputRedirected)
        {
            Say($"There is no terminal to ask at: give {option} if so.");
            return false;
        }

        _words.Write(question);
        return Console.ReadLine()?.Trim() == word;
    }

    /// <summary>True where the answer is yes; without a terminal to ask at, only where <paramref name="yes"/> was given.</summary>
    public bool Confirm(string question, bool yes)
    {
        if (yes)
        {
            return true;
        }

        if (Console.IsInputRedirected)
        {
            Say($"{question} There is no terminal to ask at: give --yes if so.");
            return false;
        }

        _words.Write($"{question} [y/N] ");
        return Console.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }
}
