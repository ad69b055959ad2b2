using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Sealing;

public sealed class ServerKeyFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Path => _folder.Of("server.key");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_created_is_read_twice_as_the_same_key()
    {
        ServerKeyFile.Create(Path);
        var locator = Locator.Draw(new Day(20_000));

        using var first = ServerKeyFile.Read(Path, [])!;
        using var second = ServerKeyFile.Read(Path, [])!;

        Assert.Equal(first.DoorOf(locator), second.DoorOf(locator));
    }

    [Fact]
    public void It_is_three_lines_that_can_be_printed_and_typed()
    {
        ServerKeyFile.Create(Path);

        Assert.Matches(@"\AIntakeBot server key 1\n[0-9a-f]{4}( [0-9a-f]{4}){15}\ncheck [0-9a-f]{8}\n\z", File.ReadAllText(Path));
    }

    [Fact]
    public void A_known_key_has_a_known_text()
    {
        using var key = new SigningKey(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());
        SigningKeyFile.Create(Path, key);

        Assert.Equal(
            "IntakeBot signing key 1\n0001 0203 0405 0607 0809 0a0b 0c0d 0e0f 1011 1213 1415 1617 1819 1a1b 1c1d 1e1f\ncheck ebec9929\n",
            File.ReadAllText(Path));
    }

    [Fact]
    public void Every_mistyped_digit_is_noticed()
    {
        ServerKeyFile.Create(Path);
        var text = File.ReadAllText(Path);
        var digits = Enumerable.Range(0, text.Length).Where(i => i > text.IndexOf('\n', StringComparison.Ordinal) && char.IsAsciiHexDigit(text[i]));
        foreach (var at in digits)
        {
            File.WriteAllText(Path, text[..at] + (text[at] == '7' ? '1' : '7') + text[(at + 1)..]);
            Refused("is not a whole server key, or was mistyped; compare it with the backup, character by character");
        }
    }

    [Fact]
    public void Capital_letters_and_missing_blanks_of_a_typist_are_accepted()
    {
        ServerKeyFile.Create(Path);
        var lines = File.ReadAllLines(Path);
        File.WriteAllText(Path, $"{lines[0]}\r\n{lines[1].ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal)}\r\n{lines[2]}");

        Assert.NotNull(ServerKeyFile.Read(Path, []));
    }

    [Theory]
    [InlineData("")]
    [InlineData("IntakeBot server key 1")]
    [InlineData("IntakeBot server key 2\n\n\n")]
    public void A_short_or_strange_file_is_refused(string text)
    {
        File.WriteAllText(Path, text);
        FileModes.Set(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Refused("is not a whole server key, or was mistyped; compare it with the backup, character by character");
    }

    [Fact]
    public void Another_kind_of_key_is_refused()
    {
        using var key = SigningKey.Draw();
        SigningKeyFile.Create(Path, key);
        Refused("is not a whole server key, or was mistyped; compare it with the backup, character by character");
        File.WriteAllText(Path, File.ReadAllText(Path).Replace("signing", "server", StringComparison.Ordinal));
        Refused("is not a whole server key, or was mistyped; compare it with the backup, character by character");
    }

    [Fact]
    public void A_missing_file_a_folder_and_a_readable_one_are_refused()
    {
        Refused("is missing");
        Directory.CreateDirectory(Path);
        Refused("cannot be read; check that it is a file and that this account owns it");
        Directory.Delete(Path);
        ServerKeyFile.Create(Path);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        FileModes.Set(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        Refused($"others than its owner may read or change it; run chmod 600 {Path}");
    }

    [Fact]
    public void A_signing_key_is_read_as_it_was_written()
    {
        using var key = SigningKey.Draw();
        SigningKeyFile.Create(Path, key);

        using var read = SigningKeyFile.Read(Path, [])!;

        Assert.Equal(key.Public, read.Public);
    }

    private void Refused(string why)
    {
        var problems = new List<string>();
        Assert.Null(ServerKeyFile.Read(Path, problems));
        Assert.Equal([$"{Path}: {why}"], problems);
    }
}
