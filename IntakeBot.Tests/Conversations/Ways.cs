using IntakeBot.Core.Conversations;

namespace IntakeBot.Tests.Conversations;

/// <summary>The arrows of the diagram, without their guards, and the one that something said goes along.</summary>
internal static class Ways
{
    public static IEnumerable<string> Drawn() => Conversation.Diagram().Split('\n')
        .Where(line => line.Contains(" : ", StringComparison.Ordinal))
        .Select(line => line.Split('[')[0].Trim())
        .Distinct();

    public static string Gone(string from, string to, Said said) => $"{from} --> {to} : {TriggerOf(from, to, said)}";

    private static string TriggerOf(string from, string to, Said said) => (from, said) switch
    {
        ("Code" or "NewCode", Said.Choose) => to == from ? "Mispicked" : "Taken",
        ("Answers", Said.Press { Command: Command.Yes or Command.No or Command.NotNow or Command.Stop }) => "Reply",
        ("Answers", Said.Press { Command: Command.Read }) => "Forget",
        ("Menu", Said.Press { Command: Command.Number }) => "Read",
        ("End", Said.Press { Command: Command.Number }) => "Ask",
        (_, Said.Press { Command: Command.ComplaintYes }) => "Consent",
        ("Language", Said.Choose) => "Pick",
        ("Numbers", Said.Choose) => "Read",
        (_, Said.Choose) => "Answer",
        (_, Said.Toggle) => "Toggle",
        ("Safe", Said.Press { Command: Command.No }) => "Hide",
        ("Others", Said.Press { Command: Command.No }) => "Continue",
        ("Others", Said.Press { Command: Command.Yes }) => "NotSure",
        ("Menu", Said.Press { Command: Command.Really or Command.Kept or Command.Privacy }) => "Read",
        (_, Said.Text) => "Note",
        (_, Said.Press press) => press.Command.ToString(),
        _ => said.GetType().Name,
    };
}
