using System.Diagnostics;
using System.Globalization;
using System.Text;
using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Docs;

/// <summary>
/// An empty folder, a simulated Telegram and a shell in which <c>intakebot</c> is this program. The stand-in of that name types passphrases and yes in place of
/// the keyboard, gives the two ports numbers that are free, and leaves <c>serve</c> running.
/// </summary>
internal sealed class PageShell : IAsyncDisposable
{
    private const string StandIn =
        """
        #!/usr/bin/env bash
        run() { dotnet "$PROGRAM" "$@" < /dev/null; }
        secret=(--passphrase-file "$TRY/passphrase")
        case "$1 $2" in
          "keys new" | "keys public" | "intakes list" | "backup key") run "$@" "${secret[@]}" ;;
          "roster sign") run "$@" "${secret[@]}" --yes ;;
          "init "*) run "$@" && sed -i "s/:8471/:$EXCHANGE/; s/:9464/:$HEALTH/" "$2/config/intakebot.json" "$2/config/roster.json" ;;
          "health "*) run "$@" --address "http://127.0.0.1:$HEALTH" ;;
          "shred "*) run "$@" --yes --really ;;
          "serve "*)
            if [ -f "$TRY/serve.pid" ]; then
              kill "$(cat "$TRY/serve.pid")"
              while kill -0 "$(cat "$TRY/serve.pid")" 2>/dev/null; do sleep 0.1; done
            fi
            dotnet "$PROGRAM" "$@" > "$TRY/serve.log" 2>&1 < /dev/null &
            echo $! > "$TRY/serve.pid"
            until grep -q '^Serving' "$TRY/serve.log"; do
              kill -0 "$(cat "$TRY/serve.pid")" 2>/dev/null || { cat "$TRY/serve.log" >&2; exit 1; }
              sleep 0.1
            done ;;
          *) run "$@" ;;
        esac
        """;

    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, string> _environment;
    private string _at;

    private PageShell(PhoneServer phone)
    {
        Phone = phone;
        _at = _folder.Of("work");
        _environment = new()
        {
            ["PATH"] = $"{_folder.Of("bin")}:{Environment.GetEnvironmentVariable("PATH")}",
            ["PROGRAM"] = Path.Combine(AppContext.BaseDirectory, "intakebot.dll"),
            ["TRY"] = _folder.Path,
            ["EXCHANGE"] = $"{FreePort.Address().Port}",
            ["HEALTH"] = $"{FreePort.Address().Port}",
            ["INTAKEBOT__Telegram__BaseUrl"] = phone.Address.GetLeftPart(UriPartial.Authority),
        };
        _ = Directory.CreateDirectory(_at);
        _ = Directory.CreateDirectory(_folder.Of("bin"));
        var program = Path.Combine(_folder.Of("bin"), "intakebot");
        File.WriteAllText(program, StandIn);
        FileModes.Set(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        WholeFile.Create(_folder.Of("passphrase"), Encoding.ASCII.GetBytes("six words that were drawn by dice\n"), secret: true);
    }

    public PhoneServer Phone { get; }

    /// <summary>Where the first block began.</summary>
    public string Work => _folder.Of("work");

    public static async Task<PageShell> StartAsync()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "There is no bash: install bash.");
        return new(await PhoneServer.StartAsync(new PhoneOptions(), default));
    }

    public async ValueTask DisposeAsync()
    {
        if (Running() is { } server)
        {
            server.Kill();
            await server.WaitForExitAsync();
            server.Dispose();
        }

        await Phone.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Runs a block as it stands, in the folder where the last one ended; what it wrote as data. A failure fails the test with what was said.</summary>
    public async Task<string> RunAsync(string block)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-e", "-c", $"{block}\npwd > \"$TRY/at\""]) { WorkingDirectory = _at, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        using var bash = Process.Start(start)!;
        await bash.StandardInput.WriteLineAsync(new PhoneOptions().Token);
        bash.StandardInput.Close();
        var (words, data) = (bash.StandardError.ReadToEndAsync(), bash.StandardOutput.ReadToEndAsync());
        await bash.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(3)).Token);
        Assert.True(bash.ExitCode == 0, $"{block}\n{await words}\n{await data}");
        _at = (await File.ReadAllTextAsync(_folder.Of("at"))).Trim();
        return await data;
    }

    /// <summary>The server that <c>serve</c> left running.</summary>
    public Process? Running()
    {
        try
        {
            return File.Exists(_folder.Of("serve.pid")) ? Process.GetProcessById(int.Parse(File.ReadAllText(_folder.Of("serve.pid")), CultureInfo.InvariantCulture)) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
