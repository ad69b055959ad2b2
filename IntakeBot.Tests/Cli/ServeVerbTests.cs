using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Cli;

public sealed class ServeVerbTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Serve_tells_every_problem_with_its_place_and_ends_with_2_before_it_polls()
    {
        var made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System);
        File.AppendAllText(Path.Combine(made.ConfigFolder, "questionnaire.yaml"), "surprise: 1\n");
        File.Delete(Path.Combine(made.KeysFolder, "server.key"));
        var words = new StringWriter();

        var code = await CommandLine.RunAsync(["serve", "--config", made.ConfigFolder, "--data", made.DataFolder], new() { Error = words });

        Assert.Equal(ExitCode.Refused, code);
        var lines = words.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(lines, l => l.Contains("questionnaire.yaml:", StringComparison.Ordinal) && l.Contains("surprise", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("server.key: is missing", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("telegram.token: is missing", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("Serving", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_misspelt_setting_in_the_file_is_a_problem()
    {
        var made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System);
        var file = Path.Combine(made.ConfigFolder, SettingsFile.Name);
        File.WriteAllText(file, File.ReadAllText(file).Replace("BaseUrl", "BaseUlr", StringComparison.Ordinal));
        var words = new StringWriter();

        var code = await CommandLine.RunAsync(["serve", "--config", made.ConfigFolder, "--data", made.DataFolder], new() { Error = words });

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("BaseUlr", words.ToString(), StringComparison.Ordinal);
    }
}
