using IntakeBot.Cli;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Desk;

/// <summary>A server as a process of its own, a simulated Telegram, and a whole team before its browsers: three of the hotline's desk, and an auditor.</summary>
internal sealed class TeamRig : IAsyncDisposable
{
    private readonly DeskSeat[] _seats;

    private TeamRig(DemoHotline hotline, Throwaway keys, DeskSeat[] seats) => (Hotline, Keys, _seats) = (hotline, keys, seats);

    public DemoHotline Hotline { get; }

    public Throwaway Keys { get; }

    /// <summary>staff-1, staff-2, cho.</summary>
    public IReadOnlyList<DeskSeat> Staff => _seats[..3];

    /// <summary>aude.</summary>
    public DeskSeat Auditor => _seats[3];

    public static async Task<TeamRig> StartAsync()
    {
        var hotline = await DemoHotline.StartAsync(0, default);
        hotline.Server.Environment["INTAKEBOT__Telegram__DrawsPerSecond"] = "0";
        hotline.Server.Environment["INTAKEBOT__Floods__PressesPerSecond"] = "0";
        var taken = new List<DeskSeat>();
        try
        {
            var keys = Join(Join(hotline.Keys, "cho", "staff"), "aude", "auditor");
            await hotline.Server.RestartAsync(default);
            foreach (var (member, home) in ((int, string)[])[(0, "/queue"), (1, "/queue"), (keys.Members.Count - 2, "/queue"), (keys.Members.Count - 1, "/audit")])
            {
                taken.Add(await DeskSeat.TakeAsync(hotline, keys, member, home));
            }

            return new(hotline, keys, [.. taken]);
        }
        catch
        {
            await EndAsync(hotline, taken);
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await EndAsync(Hotline, _seats);

    private static async Task EndAsync(DemoHotline hotline, IEnumerable<DeskSeat> seats)
    {
        foreach (var seat in seats)
        {
            await seat.DisposeAsync();
        }

        await hotline.DisposeAsync();
    }

    /// <summary>The organisation signs somebody new at the hotline's desk.</summary>
    private static Throwaway Join(Throwaway keys, string pseudonym, string role)
    {
        var today = Day.Today(TimeProvider.System);
        var file = Path.Combine(keys.KeysFolder, $"{pseudonym}.identity");
        using var identity = Identity.Draw(EpochCalendar.Default.EpochOf(today), 4);
        IdentityFile.Create(file, identity, keys.Passphrase, ArgonProfile.Tiny);
        File.WriteAllBytes(Path.Combine(keys.ConfigFolder, MemberFile.Folder, $"{pseudonym}.json"), MemberFile.Encode(identity));
        var draft = RosterDraft.Open(keys.ConfigFolder, [])!;
        draft.Add(pseudonym, role, "hotline", identity.Signing.Public, draft.FreePlace(today)!.Value, recovery: false, today);
        draft.Save();
        using var organisation = SigningKeyFile.Read(Path.Combine(keys.KeysFolder, "organisation.key"), [])!;
        RosterFolder.Sign(keys.ConfigFolder, organisation);
        return keys with { Members = [.. keys.Members, new(pseudonym, "hotline", file)] };
    }
}
