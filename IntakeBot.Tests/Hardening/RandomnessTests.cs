using IntakeBot.Cli;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Hardening;

/// <summary>A system that gives no random bytes, as under a filter of system calls that forgot them.</summary>
public sealed class RandomnessTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("trace=getrandom", 0)]
    [InlineData("inject=getrandom:error=EPERM", 134)]
    public async Task Where_none_are_given_the_program_ends_and_no_key_is_made(string tracing, int code)
    {
        Assert.SkipUnless(Tool.IsThere("strace") && (await Tool.TryAsync("strace", "-qq", "-o", "/dev/null", "true")).Code == 0, "strace is not installed, or may not trace here");
        var folder = _folder.Of("hotline");

        var init = await Tool.RunAsync(OwnProgram.Start(["init", folder], "strace", "-f", "-qq", "-o", "/dev/null", "-e", tracing));

        Assert.Equal(code, init.Code);
        Assert.Equal(code == 0, Directory.EnumerateFiles(Path.Combine(folder, "keys")).Any());
    }
}
