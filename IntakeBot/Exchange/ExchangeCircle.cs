namespace IntakeBot.Exchange;

/// <summary>Which members of the roster an endpoint is for.</summary>
internal enum ExchangeCircle
{
    Everybody,

    /// <summary>Who can open rows.</summary>
    Recipients,

    /// <summary>Who watches over the others: leads and auditors.</summary>
    Overseers,
}
