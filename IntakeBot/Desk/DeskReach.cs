using IntakeBot.Core.Exchange;

namespace IntakeBot.Desk;

/// <summary>Why the server was not reached, as of the last time that somebody asked.</summary>
internal sealed class DeskReach
{
    private ExchangeReach? _last;

    public ExchangeReach? Last
    {
        get => Volatile.Read(ref _last);
        set => Volatile.Write(ref _last, value);
    }
}
