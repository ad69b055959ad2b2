using System.Text;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>
/// A whole hotline for a try: organisation, staff and keys all in one folder, under one generated passphrase. Whoever has the
/// folder can read everything; never for real people.
/// </summary>
internal sealed record Throwaway
{
    /// <summary>Members of each desk: one alone would be one key from losing everything.</summary>
    private const int PerDesk = 2;

    private const int Places = 8;
    private const int Epochs = 1 + Roster.EpochsAhead;

    public required string ConfigFolder { get; init; }

    public required string KeysFolder { get; init; }

    public required string DataFolder { get; init; }

    public required string Passphrase { get; init; }

    /// <summary>One line, the passphrase, for --passphrase-file.</summary>
    public required string PassphraseFile { get; init; }

    /// <summary>Identity files: two of the first form's desk, then two of each other one.</summary>
    public required IReadOnlyList<ThrowawayMember> Members { get; init; }

    /// <summary><paramref name="profile"/> decides how long making and opening the identities takes.</summary>
    public static Throwaway Make(string folder, ArgonProfile profile, TimeProvider time, string? exchangeAddress = null)
    {
        var today = Day.Today(time);
        var setUp = SetUp.Make(folder, Places, today, exchangeAddress);
        var passphrase = Cli.Passphrase.Draw();
        var passphraseFile = Path.Combine(setUp.KeysFolder, "passphrase.txt");
        WholeFile.Create(passphraseFile, Encoding.ASCII.GetBytes($"{passphrase}\n"), secret: true);
        var problems = new List<string>();
        var draft = RosterDraft.Open(setUp.ConfigFolder, problems) ?? throw new InvalidOperationException(problems[0]);
        var desks = setUp.Questionnaire.Forms.Select(f => f.Desk).Distinct().ToList();
        var members = new List<ThrowawayMember>();
        foreach (var desk in desks.SelectMany(desk => Enumerable.Repeat(desk, PerDesk)).Take(Places))
        {
            var name = $"staff-{members.Count + 1}";
            var file = Path.Combine(setUp.KeysFolder, $"{name}.identity");
            using var identity = Identity.Draw(EpochCalendar.Default.EpochOf(today), Epochs);
            IdentityFile.Create(file, identity, passphrase, profile);
            WholeFile.Create(Path.Combine(setUp.ConfigFolder, MemberFile.Folder, $"{name}.json"), MemberFile.Encode(identity), secret: false);
            draft.Add(name, "staff", desk, identity.Signing.Public, members.Count, recovery: false, today);
            members.Add(new(name, desk, file));
        }

        draft.Save();
        using var organisation = SigningKey.Draw();
        SigningKeyFile.Create(Path.Combine(setUp.KeysFolder, "organisation.key"), organisation);
        RosterFolder.Sign(setUp.ConfigFolder, organisation);
        return new Throwaway
        {
            ConfigFolder = setUp.ConfigFolder,
            KeysFolder = setUp.KeysFolder,
            DataFolder = setUp.DataFolder,
            Passphrase = passphrase,
            PassphraseFile = passphraseFile,
            Members = members,
        };
    }

    /// <summary>What the machine of a member would have: the desk's folder, as after its first run.</summary>
    public void CopyTo(string deskFolder, int member)
    {
        PrivateFolder.Create(deskFolder);
        var config = Path.Combine(deskFolder, "config");
        foreach (var file in Directory.EnumerateFiles(ConfigFolder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(config, Path.GetRelativePath(ConfigFolder, file));
            _ = Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        File.Copy(Members[member].IdentityFile, Path.Combine(deskFolder, "identity"));
    }

    /// <summary>Says nothing: it holds a passphrase.</summary>
    public override string ToString() => nameof(Throwaway);
}
