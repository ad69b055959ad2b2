using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;
using IntakeBot.Desk;
using IntakeBot.Phone;

namespace IntakeBot.Cli;

/// <summary>A whole hotline for a try: Phone, throw-away keys, and the server as a process of its own.</summary>
internal sealed class DemoHotline : IAsyncDisposable
{
    /// <summary>Of the desks' rounds; shorter than a real desk's: who tries it does not wait.</summary>
    public TimeSpan DeskPeriod { get; init; } = TimeSpan.FromSeconds(1);

    private DemoHotline(string folder, Throwaway keys, PhoneServer phone, string tokenFile)
    {
        Folder = folder;
        Keys = keys;
        Phone = phone;
        Server = new(keys, phone.Address, tokenFile);
        phone.RestartServer = Server.RestartAsync;
    }

    public string Folder { get; }

    public Throwaway Keys { get; }

    public PhoneServer Phone { get; }

    public ServerProcess Server { get; }

    /// <summary><paramref name="isSeeded"/>: with invented intakes in its store.</summary>
    public static async Task<DemoHotline> StartAsync(int port, CancellationToken cancellationToken, bool isSeeded = false)
    {
        var options = new PhoneOptions { Port = port };
        var folder = Directory.CreateTempSubdirectory("intakebot-demo-").FullName;
        var keys = Throwaway.Make(Path.Combine(folder, "hotline"), ArgonProfile.Tiny, TimeProvider.System, FreePort.Address().GetLeftPart(UriPartial.Authority));
        if (isSeeded)
        {
            await DemoIntakes.SeedAsync(keys, ArgonProfile.Tiny, TimeProvider.System);
        }

        var tokenFile = Path.Combine(keys.KeysFolder, "telegram.token");
        WholeFile.Create(tokenFile, System.Text.Encoding.ASCII.GetBytes(options.Token), secret: true);
        var demo = new DemoHotline(folder, keys, await PhoneServer.StartAsync(options, cancellationToken), tokenFile);
        try
        {
            await demo.Server.StartAsync(cancellationToken);
            return demo;
        }
        catch
        {
            await demo.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads as a staff member does, the first one unless said otherwise, over the running server's Exchange.</summary>
    public async Task<IntakeReader> ReaderAsync(CancellationToken cancellationToken, int member = 0)
    {
        var problems = new List<string>();
        var identity = IdentityFile.Read(Keys.Members[member].IdentityFile, Keys.Passphrase, problems);
        var reader = identity is null
            ? null
            : await ReaderOpening.OpenAsync(identity, Keys.ConfigFolder, Keys.DataFolder, TimeProvider.System, problems, cancellationToken);
        return reader ?? throw new InvalidOperationException(string.Join('\n', problems));
    }

    /// <summary>The desk of a member, on a machine of its own as far as files go.</summary>
    public Task<DeskServer> StartDeskAsync(int member, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Folder, Keys.Members[member].Pseudonym);
        Keys.CopyTo(folder, member);
        return DeskServer.StartAsync(new() { Folder = folder, IsDrill = true, Period = DeskPeriod }, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Phone.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
