using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Desk;

/// <summary>Tests at an unlocked desk, whose server has one case.</summary>
public abstract class AtOneCase : IAsyncLifetime
{
    private protected AtOneCase() => Case = new(Time);

    private protected FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    private protected DeskCase Case { get; }

    private protected DeskExchange Server { get; private set; } = null!;

    private protected DeskClient Desk { get; private set; } = null!;

    /// <summary>Of the case's page.</summary>
    private protected string CasePath { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Server = await DeskExchange.StartAsync(Case.Keys, Time);
        Desk = await Case.UnlockAsync(0);
        for (var tries = 0; CasePath.Length == 0; tries++)
        {
            Assert.True(tries < 100, "no case within ten seconds");
            await Task.Delay(100);
            CasePath = await Desk.CasesAsync() is [var first, ..] ? first : "";
        }
    }

    public async ValueTask DisposeAsync()
    {
        Desk.Dispose();
        await Case.DisposeAsync();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
