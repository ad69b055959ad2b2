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
    public const string HandOver = "/handover";
    public const string Members = "/members";
    public const string Proposal = "/members/proposal";
    public const string Partners = "/partners";
    public const string Second = "/second";
    public const string TableFile = "/cases.csv";
    public const string Audit = "/audit";
    public const string Watch = "/watch";
    public const string Overview = "/overview";
    public const string OverviewFile = "/overview.csv";
    public const string Settings = "/settings";
    public const string Help = "/help";
    public const string Pulse = "/pulse";

    /// <summary>Auditors open nothing: of what needs an open desk they see these.</summary>
    public static bool IsForAuditors(string path) => path is Audit or Settings or Help;
}
