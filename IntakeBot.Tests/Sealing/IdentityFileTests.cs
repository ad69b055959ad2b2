using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Sealing;

public sealed class IdentityFileTests : IDisposable
{
    private const string Passphrase = "four words of hers";

    private readonly TempFolder _folder = new();
    private readonly Identity _identity = Identity.Draw(3, 4);

    private string Path => _folder.Of("ada.identity");

    public void Dispose()
    {
        _identity.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void What_was_written_under_a_passphrase_is_read_with_it()
    {
        IdentityFile.Create(Path, _identity, Passphrase, ArgonProfile.Tiny);
        var problems = new List<string>();

        using var read = IdentityFile.Read(Path, Passphrase, problems)!;

        Assert.Empty(problems);
        Assert.Equal(_identity.Signing.Public, read.Signing.Public);
        Assert.Equal([3u, 4u, 5u, 6u], read.Epochs);
        Assert.Equal(_identity.EpochSecretOf(5)!.Public.Bytes, read.EpochSecretOf(5)!.Public.Bytes);
        Assert.Null(read.EpochSecretOf(7));
        Assert.True(IdentityFile.Is(Path));
    }

    [Fact]
    public void The_default_profile_costs_64_MiB_and_three_passes()
    {
        IdentityFile.Create(Path, _identity, Passphrase, ArgonProfile.Default);

        Assert.Equal([1, (byte)'I', 0, 0, 0, 3, 0, 1, 0, 0], File.ReadAllBytes(Path)[..10]);
        Assert.NotNull(IdentityFile.Read(Path, Passphrase, []));
    }

    [Fact]
    public void A_wrong_passphrase_and_every_changed_byte_give_one_same_sentence()
    {
        IdentityFile.Create(Path, _identity, Passphrase, ArgonProfile.Tiny);
        var bytes = File.ReadAllBytes(Path);
        var sentences = new HashSet<string> { Refusal("four words of his") };
        for (var at = 0; at < bytes.Length; at++)
        {
            var changed = bytes.ToArray();
            changed[at] ^= 0x80;
            File.WriteAllBytes(Path, changed);
            sentences.Add(Refusal(Passphrase));
        }

        for (var length = 0; length < bytes.Length; length += 7)
        {
            File.WriteAllBytes(Path, bytes[..length]);
            sentences.Add(Refusal(Passphrase));
        }

        Assert.Equal(
            [$"{Path}: does not open: the passphrase is wrong or the file is damaged; try again, or restore the file from its backup"], sentences);
    }

    [Fact]
    public void Absurd_parameters_are_refused_before_memory_is_spent()
    {
        IdentityFile.Create(Path, _identity, Passphrase, ArgonProfile.Tiny);
        var bytes = File.ReadAllBytes(Path);
        new byte[] { 0, 16, 0, 0 }.CopyTo(bytes, 6);
        File.WriteAllBytes(Path, bytes);
        var before = System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64;

        _ = Refusal(Passphrase);

        Assert.True(System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 - before < 256 * 1024 * 1024);
        Assert.False(new ArgonProfile(3, 1024 * 1024).IsSane);
        Assert.False(new ArgonProfile(17, 1024).IsSane);
        Assert.False(new ArgonProfile(0, 1024).IsSane);
    }

    [Fact]
    public void Two_files_of_one_identity_share_no_salt_and_no_text()
    {
        IdentityFile.Create(Path, _identity, Passphrase, ArgonProfile.Tiny);
        var first = File.ReadAllBytes(Path);
        IdentityFile.Replace(Path, _identity, Passphrase, ArgonProfile.Tiny);
        var second = File.ReadAllBytes(Path);

        Assert.Equal(first[..10], second[..10]);
        Assert.NotEqual(first[10..26], second[10..26]);
        Assert.NotEqual(first[50..], second[50..]);
    }

    [Fact]
    public void It_is_never_written_over_another_file_unless_asked()
    {
        File.WriteAllText(Path, "older");

        var failure = Assert.Throws<IOException>(() => IdentityFile.Create(Path, _identity, Passphrase, ArgonProfile.Tiny));

        Assert.Contains("not overwritten", failure.Message, StringComparison.Ordinal);
        Assert.Equal("older", File.ReadAllText(Path));
        Assert.Equal([Path], Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public void Only_its_owner_may_read_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        IdentityFile.Create(Path, _identity, Passphrase, ArgonProfile.Tiny);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, FileModes.Of(Path));
        FileModes.Set(Path, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.Equal($"{Path}: others than its owner may read or change it; run chmod 600 {Path}", Refusal(Passphrase));
    }

    [Fact]
    public void Renewing_draws_the_missing_epochs_and_forgets_the_old_ones()
    {
        var kept = _identity.EpochSecretOf(5)!.Public.Bytes.ToArray();

        _identity.Renew(oldest: 5, last: 8);

        Assert.Equal([5u, 6u, 7u, 8u], _identity.Epochs);
        Assert.Equal(kept, _identity.EpochSecretOf(5)!.Public.Bytes);
        Assert.All(_identity.Statements(), s => Assert.True(s.IsBy(_identity.Signing.Public)));
    }

    [Fact]
    public void An_organisation_is_an_identity_without_epochs()
    {
        using var organisation = Identity.Draw(0, 0);
        IdentityFile.Create(Path, organisation, Passphrase, ArgonProfile.Tiny);

        Assert.Equal(26 + 40 + 32, new FileInfo(Path).Length);
        Assert.Equal(organisation.Signing.Public, IdentityFile.Read(Path, Passphrase, [])!.Signing.Public);
    }

    private string Refusal(string passphrase)
    {
        var problems = new List<string>();
        Assert.Null(IdentityFile.Read(Path, passphrase, problems));
        return Assert.Single(problems);
    }
}
