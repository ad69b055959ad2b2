namespace IntakeBot.Operator;

/// <summary>What can be asked on the operator's port.</summary>
internal static class OperatorPaths
{
    public const string Live = "/health/live";
    public const string Ready = "/health/ready";
    public const string Startup = "/health/startup";
    public const string Metrics = "/metrics";
}
