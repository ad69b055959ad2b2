using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Desk;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Desk;

/// <summary>Desks of a throw-away hotline whose server is not running: rows come from bundles, or from nowhere.</summary>
internal sealed class DeskCase : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<DeskServer> _desks = [];
    private readonly TimeProvider _time;

    public DeskCase(TimeProvider? time = null)
    {
        _time = time ?? TimeProvider.System;
        Keys = Throwaway.Make(Path.Combine(_folder.Path, "hotline"), ArgonProfile.Tiny, _time, FreePort.Address().GetLeftPart(UriPartial.Authority));
    }

    public Throwaway Keys { get; private set; }

    public string FolderOf(int member) => Path.Combine(_folder.Path, Keys.Members[member].Pseudonym);

    public string File(string name) => Path.Combine(_folder.Path, name);

    /// <summary>The organisation signs somebody new: the last of the members. Desks that were copied before do not know her yet.</summary>
    public int Join(DeskExchange server, string pseudonym, string role = "staff", string desk = "hotline", int epochs = 4, uint from = 0)
    {
        var today = Day.Today(_time);
        var file = Path.Combine(Keys.KeysFolder, $"{pseudonym}.identity");
        using var identity = Identity.Draw(EpochCalendar.Default.EpochOf(today) + from, epochs);
        IdentityFile.Create(file, identity, Keys.Passphrase, ArgonProfile.Tiny);
        System.IO.File.WriteAllBytes(Path.Combine(Keys.ConfigFolder, MemberFile.Folder, $"{pseudonym}.json"), MemberFile.Encode(identity));
        server.Change(draft => draft.Add(pseudonym, role, desk, identity.Signing.Public, draft.FreePlace(today)!.Value, recovery: false, today));
        Keys = Keys with { Members = [.. Keys.Members, new(pseudonym, desk, file)] };
        return Keys.Members.Count - 1;
    }

    /// <summary>Locked; a second start of the same member goes on in the same folder.</summary>
    public async Task<DeskServer> StartAsync(int member, params string[] bundles)
    {
        if (!Directory.Exists(FolderOf(member)))
        {
            Keys.CopyTo(FolderOf(member), member);
        }

        var desk = await DeskServer.StartAsync(new() { Folder = FolderOf(member), Time = _time, Bundles = bundles, Profile = ArgonProfile.Tiny }, default);
        _desks.Add(desk);
        return desk;
    }

    /// <summary>A client that came in by the link; locked.</summary>
    public async Task<DeskClient> EnterAsync(int member, params string[] bundles) => await DeskClient.EnterAsync(await StartAsync(member, bundles));

    /// <summary>Unlocked.</summary>
    public async Task<DeskClient> UnlockAsync(int member, params string[] bundles)
    {
        var client = await EnterAsync(member, bundles);
        Assert.Equal("/queue", await client.PostAsync("/unlock", ("passphrase", Keys.Passphrase)));
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var desk in _desks)
        {
            await desk.DisposeAsync();
        }

        _folder.Dispose();
    }
}
