using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace IntakeBot.Desk;

/// <summary>The desk on a loopback port of the staff member's own machine.</summary>
public sealed class DeskServer : IAsyncDisposable
{
    private const int MaxBody = 64 * 1024;

    private readonly WebApplication _app;
    private readonly DeskFolder _folder;

    private DeskServer(WebApplication app, DeskFolder folder) => (_app, _folder) = (app, folder);

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Opened in a browser it leads in, once.</summary>
    public string LinkFile => _folder.LinkFile;

    /// <summary>Where the desk of this account lies unless another folder is named.</summary>
    public static string DefaultFolder => DeskFolder.Default.Root;

    /// <summary>False where there is no browser to start.</summary>
    public bool TryOpenBrowser() => DeskLink.TryOpen(LinkFile);

    /// <summary>Returns when the port answers and the link lies in its file.</summary>
    public static async Task<DeskServer> StartAsync(DeskOptions options, CancellationToken cancellationToken)
    {
        var folder = new DeskFolder(options.Folder);
        folder.Create();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "intakebot-desk", EnvironmentName = Environments.Production });
        _ = builder.Logging.ClearProviders();
        _ = builder.WebHost.ConfigureKestrel(Limit(options.Port));
        _ = builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(1));
        _ = builder.Services.AddRazorComponents();
        _ = builder.Services.AddSingleton(options).AddSingleton(options.Time).AddSingleton(folder);
        _ = builder.Services.AddSingleton<DeskKey>().AddSingleton<DeskSettingsBook>().AddSingleton<DeskDoor>().AddSingleton<DeskSetup>().AddSingleton<DeskFrames>();
        _ = builder.Services.AddSingleton<DeskVisits>().AddHostedService<IdleWatch>();
        _ = builder.Services.AddSingleton<SetupEndpoints>().AddSingleton<DoorEndpoints>().AddSingleton<QueueEndpoints>();
        _ = builder.Services.AddSingleton<DeskTemplates>().AddSingleton<ReplyEndpoints>().AddSingleton<SettingsEndpoints>();
        _ = builder.Services.AddSingleton<PartnerEndpoints>().AddSingleton<ReferEndpoints>();
        var app = builder.Build();
        Map(app);
        await app.StartAsync(cancellationToken);
        var server = new DeskServer(app, folder);
        DeskLink.Write(folder.LinkFile, server.Address, app.Services.GetRequiredService<DeskKey>());
        return server;
    }

    public Task WaitAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        File.Delete(_folder.LinkFile);
    }

    private static void Map(WebApplication app)
    {
        var key = app.Services.GetRequiredService<DeskKey>();
        var frames = app.Services.GetRequiredService<DeskFrames>();
        _ = app.Use(next => new DeskGuard(key, next).InvokeAsync).Use(next => new DeskFaults(frames, next).InvokeAsync);
        _ = app.UseRouting();

        // No form token: the guard asks for the path, the cookie and the browser's word that the form is ours.
        var desk = app.MapGroup(key.Base).DisableAntiforgery();
        var inside = desk.MapGroup("").AddEndpointFilter(app.Services.GetRequiredService<DeskVisits>());
        AssetEndpoints.Map(desk);
        app.Services.GetRequiredService<SetupEndpoints>().Map(desk);
        app.Services.GetRequiredService<DoorEndpoints>().Map(desk);
        app.Services.GetRequiredService<QueueEndpoints>().Map(desk, inside);
        CaseEndpoints.Map(inside);
        HandOverEndpoints.Map(inside);
        AuditEndpoints.Map(inside);
        TakeOutEndpoints.Map(inside);
        OverviewEndpoints.Map(inside);
        MembersEndpoints.Map(inside);
        ProposalEndpoints.Map(inside);
        app.Services.GetRequiredService<PartnerEndpoints>().Map(inside);
        app.Services.GetRequiredService<ReferEndpoints>().Map(inside);
        app.Services.GetRequiredService<ReplyEndpoints>().Map(inside);
        app.Services.GetRequiredService<SettingsEndpoints>().Map(inside);
    }

    private static Action<KestrelServerOptions> Limit(int port) => kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxBody;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Listen(IPAddress.Loopback, port);
    };
}
