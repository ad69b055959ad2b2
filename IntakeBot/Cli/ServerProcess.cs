using System.Diagnostics;

namespace IntakeBot.Cli;

/// <summary><c>serve</c> as a process of its own, so that demo and proofs can end it as hard as a crash does.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>What <c>serve</c> says when it is ready.</summary>
    public const string ReadyWord = "Serving.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Throwaway _hotline;
    private readonly Uri _telegram;
    private readonly string _tokenFile;
    private readonly List<string> _words = [];
    private Process? _process;

    public ServerProcess(Throwaway hotline, Uri telegram, string tokenFile)
    {
        _hotline = hotline;
        _telegram = telegram;
        _tokenFile = tokenFile;
    }

    /// <summary>Further environment variables of the process.</summary>
    public IDictionary<string, string> Environment { get; } = new Dictionary<string, string>();

    /// <summary>A program and its arguments that run the process, such as a tracer; empty: none.</summary>
    public IReadOnlyList<string> Prefix { get; set; } = [];

    /// <summary>Every line it has written so far, over all starts.</summary>
    public IReadOnlyList<string> Words
    {
        get
        {
            lock (_words)
            {
                return [.. _words];
            }
        }
    }

    public int Id => _process?.Id ?? throw new InvalidOperationException("Not started.");

    /// <summary>Returns when it serves; fails with its words where it ends before.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = Command() };
        void Heard(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is { } words)
            {
                lock (_words)
                {
                    _words.Add(words);
                }

                if (words.StartsWith(ReadyWord, StringComparison.Ordinal))
                {
                    _ = ready.TrySetResult();
                }
            }
        }

        process.OutputDataReceived += Heard;
        process.ErrorDataReceived += Heard;
        _ = process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
        // Only when its last words were read too does this call it ended.
        _ = await Task.WhenAny(ready.Task, process.WaitForExitAsync(cancellationToken)).WaitAsync(Patience, cancellationToken);
        if (!ready.Task.IsCompleted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new InvalidOperationException($"serve ended at once: {string.Join('\n', Words)}");
        }
    }

    /// <summary>SIGKILL: nothing is finished, nothing is said.</summary>
    public async Task KillAsync()
    {
        if (_process is null)
        {
            return;
        }

        _process.Kill(entireProcessTree: Prefix.Count > 0);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Waits until it ends by itself; its exit code.</summary>
    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        var process = _process ?? throw new InvalidOperationException("Not started.");
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await KillAsync();
        await StartAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private ProcessStartInfo Command()
    {
        var start = OwnProgram.Start(["serve", "--config", _hotline.ConfigFolder, "--data", _hotline.DataFolder], Prefix);
        start.Environment["INTAKEBOT__Telegram__BaseUrl"] = _telegram.GetLeftPart(UriPartial.Authority);
        start.Environment["INTAKEBOT__Telegram__TokenFile"] = _tokenFile;
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
