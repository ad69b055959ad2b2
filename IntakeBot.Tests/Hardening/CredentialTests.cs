using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Hardening;

/// <summary>Secrets as systemd gives them to a service: a folder of its own in memory, files of mode 0400 or, from version 254 on, of root and 0440.</summary>
public sealed class CredentialTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead;
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode FolderWithList = Folder | UnixFileMode.GroupRead | UnixFileMode.GroupExecute;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Owner, Folder, true, true)]
    [InlineData(Owner | UnixFileMode.GroupRead, FolderWithList, true, true)]
    [InlineData(Owner | UnixFileMode.GroupRead, FolderWithList, false, false)]
    [InlineData(Owner | UnixFileMode.GroupRead, FolderWithList | UnixFileMode.OtherExecute, true, false)]
    [InlineData(Owner | UnixFileMode.GroupRead | UnixFileMode.OtherRead, FolderWithList, true, false)]
    [InlineData(Owner | UnixFileMode.GroupRead | UnixFileMode.GroupWrite, FolderWithList, true, false)]
    public async Task They_are_read_from_the_folder_that_systemd_names_and_from_no_other(UnixFileMode file, UnixFileMode folder, bool named, bool ready)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has systemd.");
        var made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System);
        var credentials = Directory.CreateDirectory(_folder.Of("credentials", "intakebot.service")).FullName;
        foreach (var name in new[] { "server.key", "exchange.key" })
        {
            File.Move(Path.Combine(made.KeysFolder, name), Path.Combine(credentials, name));
            FileModes.Set(Path.Combine(credentials, name), file);
        }

        File.WriteAllText(Path.Combine(credentials, "telegram.token"), "4242424242:NeverPrintedSecretNeverPrinted\n");
        FileModes.Set(Path.Combine(credentials, "telegram.token"), file);
        FileModes.Set(credentials, folder);
        var start = OwnProgram.Start(["check", "--offline", "--config", made.ConfigFolder, "--data", made.DataFolder]);
        start.Environment["CREDENTIALS_DIRECTORY"] = named ? credentials : _folder.Of("credentials");
        start.Environment["INTAKEBOT__Telegram__TokenFile"] = Path.Combine(credentials, "telegram.token");
        start.Environment["INTAKEBOT__Keys__ServerKeyFile"] = Path.Combine(credentials, "server.key");
        start.Environment["INTAKEBOT__Keys__ExchangeKeyFile"] = Path.Combine(credentials, "exchange.key");

        var (code, said) = await Tool.TryAsync(start);

        Assert.True(code == (ready ? ExitCode.Done : ExitCode.Refused), said);
        Assert.Equal(!ready, said.Contains("server.key: others than its owner may read", StringComparison.Ordinal));
        Assert.Equal(!ready, said.Contains("warning " + Path.Combine(credentials, "telegram.token"), StringComparison.Ordinal));
        Assert.False(ready && said.Contains($"{credentials}: others than its owner may enter", StringComparison.Ordinal), said);
        Assert.DoesNotContain("NeverPrinted", said, StringComparison.Ordinal);
    }
}
