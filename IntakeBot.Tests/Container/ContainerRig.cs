using System.Globalization;
using System.Runtime.InteropServices;
using IntakeBot.Cli;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;
using IntakeBot.Operator;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Container;

/// <summary>The Dockerfile as it is, built, and its image run by the documented command beside a simulated Telegram. It shares this machine's network: both listen on 127.0.0.1 alone.</summary>
public sealed class ContainerRig : IAsyncLifetime
{
    private const string Owner = "1654:1654";

    private static readonly string Platform = RuntimeInformation.RuntimeIdentifier.EndsWith("-arm64", StringComparison.Ordinal) ? "linux/arm64" : "linux/amd64";

    private readonly TempFolder _folder = new();
    private readonly HttpClient _http = new();
    private readonly Uri _health = FreePort.Address();
    private readonly string _image = $"localhost/intakebot-test-{Environment.ProcessId}";

    internal string Name { get; } = $"intakebot-test-{Environment.ProcessId}";

    internal Throwaway Keys { get; private set; } = null!;

    internal PhoneServer Phone { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (!Engine.IsThere)
        {
            return;
        }

        Engine.Prepare();
        await StandIns.MakeAsync();
        await BuildAsync();
        var options = new PhoneOptions();
        Keys = Throwaway.Make(_folder.Of("hotline"), ArgonProfile.Tiny, TimeProvider.System, FreePort.Address().GetLeftPart(UriPartial.Authority));
        WholeFile.Create(Path.Combine(Keys.KeysFolder, "telegram.token"), System.Text.Encoding.ASCII.GetBytes(options.Token), secret: true);
        _ = await Engine.RunAsync("chown", "-R", Owner, _folder.Of("hotline"));
        Phone = await PhoneServer.StartAsync(options, default);
        _ = await Engine.RunAsync("podman", Run(Name));
        await ReadyAsync();
    }

    /// <summary>The documented command; what is added is for a test alone.</summary>
    internal IReadOnlyList<string> Run(string name) => DocumentedRun.Arguments(
        name, _image, Keys.ConfigFolder, Keys.KeysFolder, Keys.DataFolder,
        "--network", "host", "--read-only-tmpfs=false", "--ulimit", "nproc=4096:8192",
        "-e", $"INTAKEBOT__Telegram__BaseUrl={Phone.Address.GetLeftPart(UriPartial.Authority)}", "-e", $"INTAKEBOT__Health__Address={_health.GetLeftPart(UriPartial.Authority)}");

    internal async Task<int> ProcessAsync() => int.Parse(await Engine.RunAsync("podman", "inspect", "-f", "{{.State.Pid}}", Name), CultureInfo.InvariantCulture);

    internal async Task<string> ProcAsync(string file) => await File.ReadAllTextAsync($"/proc/{await ProcessAsync()}/{file}");

    /// <summary>A verb of the program, as the account and within the walls of the running container.</summary>
    internal Task<(int Code, string Said)> ExecAsync(params IEnumerable<string> arguments) => Engine.TryAsync("podman", ["exec", Name, "/app/intakebot", .. arguments]);

    /// <summary>Its /health/ready says yes.</summary>
    internal async Task ReadyAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await IsReadyAsync())
        {
            Assert.False(patience.IsCancellationRequested, (await Engine.TryAsync("podman", "logs", Name)).Said);
            await Task.Delay(100, CancellationToken.None);
        }
    }

    /// <summary>Of a staff member, over the Exchange of the running container.</summary>
    internal async Task<IntakeReader> ReaderAsync()
    {
        var problems = new List<string>();
        var identity = IdentityFile.Read(Keys.Members[0].IdentityFile, Keys.Passphrase, problems);
        var reader = identity is null ? null : await ReaderOpening.OpenAsync(identity, Keys.ConfigFolder, Keys.DataFolder, TimeProvider.System, problems, default);
        return reader ?? throw new InvalidOperationException(string.Join('\n', problems));
    }

    public async ValueTask DisposeAsync()
    {
        if (Engine.IsThere)
        {
            _ = await Engine.TryAsync("podman", "rm", "-f", "-t", "2", Name);
            _ = await Engine.TryAsync("buildah", "rmi", "-f", _image);
        }

        if (Phone is not null)
        {
            await Phone.DisposeAsync();
        }

        _http.Dispose();
        _folder.Dispose();
    }

    /// <summary>Packages come from the folder that this machine's own build has filled: the build asks nobody.</summary>
    private async Task BuildAsync()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        _ = await Engine.RunAsync(
            "buildah", "bud", "--pull-never", "--platform", Platform, "-v", $"{StandIns.Dotnet}:/usr/share/dotnet:ro", "-v", $"{packages}:/root/.nuget/packages:ro", "-v", "/etc/ssl/certs:/etc/ssl/certs:ro",
            "--build-arg", $"SDK_IMAGE={StandIns.Sdk}", "--build-arg", $"RUNTIME_IMAGE={StandIns.Runtime}", "-t", _image, Repository.Root);
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(_health, OperatorPaths.Ready));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
