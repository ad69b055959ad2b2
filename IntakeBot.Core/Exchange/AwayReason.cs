namespace IntakeBot.Core.Exchange;

/// <summary>What kept a desk from its server.</summary>
public enum AwayReason
{
    /// <summary>Whatever has no name of its own here.</summary>
    Broken,

    /// <summary>Nobody listens there.</summary>
    Refused,
    Timeout,

    /// <summary>The name of the server is not found; an onion address without a proxy is not even looked up.</summary>
    Name,

    /// <summary>The proxy is not there, or reaches nobody.</summary>
    Proxy,
    Tls,

    /// <summary>Something before the server answers in its place that it is away.</summary>
    Gateway,
}
