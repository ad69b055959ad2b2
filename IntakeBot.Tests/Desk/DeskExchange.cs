using IntakeBot.Cli;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Exchange;
using IntakeBot.Tests.Cli;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntakeBot.Tests.Desk;

/// <summary>The Exchange of a throw-away hotline, at the address that its roster names, with one intake and all that can go wrong with a server.</summary>
internal sealed class DeskExchange : IAsyncDisposable
{
    private readonly Throwaway _keys;
    private readonly TimeProvider _time;
    private readonly SealedStore _store;
    private readonly SigningKey _key;
    private WebApplication? _app;

    private DeskExchange(Throwaway keys, TimeProvider time)
    {
        (_keys, _time) = (keys, time);
        _store = SealedStore.Open(keys.DataFolder, TimeProvider.System);
        _key = SigningKeyFile.Read(Path.Combine(keys.KeysFolder, "exchange.key"), [])!;
        Roster = Read();
    }

    /// <summary>Whom the server lets in.</summary>
    public Roster Roster { get; set; }

    /// <summary>How many case events it has.</summary>
    public int Events => _store.Manifest(RowKind.Event, null, 256).Count;

    /// <summary>Paths that begin so are answered, signed, with what only a newer program reads; null: none.</summary>
    public string? Newer { get; set; }

    public static async Task<DeskExchange> StartAsync(Throwaway keys, TimeProvider time)
    {
        var exchange = new DeskExchange(keys, time);
        using var intake = new NumberedIntake(keys, Day.Today(time));
        Assert.True(await exchange._store.CommitAsync(intake.Rows()));
        await exchange.StartAsync();
        return exchange;
    }

    /// <summary>More people like the first.</summary>
    public async Task AddAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            using var intake = new NumberedIntake(_keys, Day.Today(_time), hasNumber: false);
            Assert.True(await _store.CommitAsync(intake.Rows()));
        }
    }

    /// <summary>Somebody hurt badly, who said nothing else.</summary>
    public async Task AddUrgentAsync()
    {
        var form = QuestionnaireFolder.Read(_keys.ConfigFolder).Value!.Forms[0];
        var health = form.Questions.Single(q => q.Id == "health");
        var sick = new Answer.One((byte)health.Options.Index().First(o => o.Item.Id == "sick").Index).Encode();
        SlotWrite[] said = [.. Slot.All.Skip(2).Select(s => new SlotWrite(s, s.Number == health.Slot ? sick : [0]))];
        using var intake = new NumberedIntake(_keys, Day.Today(_time), hasNumber: false, said: said);
        Assert.True(await _store.CommitAsync(intake.Rows()));
    }

    public async Task StartAsync(SigningKey? key = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Roster.ExchangeAddress.GetLeftPart(UriPartial.Authority));
        builder.Services.AddSingleton(_store).AddSingleton(_time).AddExchange(() => Roster, key ?? _key, new(_keys.ConfigFolder, _keys.DataFolder));
        _app = builder.Build();
        _app.Use(next => context => Newer is { } path && context.Request.Path.StartsWithSegments(path) ? AnswerNewerAsync(context) : next(context));
        _app.MapExchange();
        await _app.StartAsync();
    }

    public async Task StopAsync()
    {
        await _app!.DisposeAsync();
        _app = null;
    }

    /// <summary>The organisation signs another roster, and the server has it.</summary>
    public void Change(Action<RosterDraft> change)
    {
        var draft = RosterDraft.Open(_keys.ConfigFolder, [])!;
        change(draft);
        draft.Save();
        using var organisation = SigningKeyFile.Read(Path.Combine(_keys.KeysFolder, "organisation.key"), [])!;
        RosterFolder.Sign(_keys.ConfigFolder, organisation);
        Reread();
    }

    /// <summary>As the server does every 20 seconds.</summary>
    public void Reread() => Roster = Read();

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await StopAsync();
        }

        await _store.DisposeAsync();
        _key.Dispose();
    }

    private Roster Read() => RosterFolder.Read(_keys.ConfigFolder, _keys.DataFolder, Day.Today(_time)).Roster!;

    private async Task AnswerNewerAsync(HttpContext context)
    {
        byte[] body = [Format.Version + 1, .. new byte[99]];
        var nonce = SignatureInput.Parse(context.Request.Headers[SignatureInput.Name].ToString())!.Nonce;
        context.Response.Headers[ResponseSignature.Name] = ResponseSignature.Sign(_key, nonce, StatusCodes.Status200OK, body);
        await context.Response.Body.WriteAsync(body);
    }
}
