using System.Diagnostics;
using System.Threading.Channels;

namespace IntakeBot.Bench;

/// <summary>This program once more, as a process of its own that is told lines and says lines. Ended by SIGKILL.</summary>
internal sealed class Child : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly Channel<string> _said = Channel.CreateUnbounded<string>();

    private Child(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Heard(line.Data);
        _process.ErrorDataReceived += (_, line) => Words = line.Data is { Length: > 0 } words ? words : Words;
        _process.Exited += (_, _) => _said.Writer.TryComplete();
        _ = _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>The last line on its standard error.</summary>
    public string Words { get; private set; } = "";

    public static Child Start(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        var self = Environment.ProcessPath!;
        var start = Path.GetFileNameWithoutExtension(self) == "intakebot"
            ? new ProcessStartInfo(self)
            : new ProcessStartInfo("dotnet") { ArgumentList = { "exec", Path.Combine(AppContext.BaseDirectory, "intakebot.dll") } };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        return new(start);
    }

    public Task TellAsync(string line) => _process.StandardInput.WriteLineAsync(line);

    /// <summary>Its next line; fails with its last words where it ended instead.</summary>
    public async Task<string> HearAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _said.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new InvalidDataException($"A process of the bench has ended: {Words}");
        }
    }

    public async Task<string> AskAsync(string line, CancellationToken cancellationToken)
    {
        await TellAsync(line);
        return await HearAsync(cancellationToken);
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private void Heard(string? line)
    {
        if (line is not null)
        {
            _ = _said.Writer.TryWrite(line);
        }
    }
}
