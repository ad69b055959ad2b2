using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Desk;

/// <summary>Begins the two desks when the first test asks for them, so that each test can say that a browser is missing.</summary>
public sealed class DeskRigs : IAsyncDisposable
{
    private Task<DeskRig>? _rig;

    internal Task<DeskRig> RigAsync()
    {
        Chromium.SkipWithout();
        return _rig ??= DeskRig.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_rig is { IsCompletedSuccessfully: true } rig)
        {
            await (await rig).DisposeAsync();
        }
    }
}
