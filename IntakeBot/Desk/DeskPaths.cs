namespace IntakeBot.Desk;

/// <summary>Paths below <see cref="DeskKey.Base"/>. None of them names an intake: a browser remembers where it was.</summary>
internal static class DeskPaths
{
    public const string Enter = "/enter";
    public const string Home = "/";
    public const string Setup = "/setup";
    public const string Unlock = "/unlock";
    public const string Lock = "/lock";
    public const string Queue = "/queue";
    public const string Case = "/case";
    public const string Watch = "/watch";
    public const string Settings = "/settings";
    public const string Help = "/help";
    public const string Pulse = "/pulse";
}
