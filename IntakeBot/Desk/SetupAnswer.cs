using IntakeBot.Core.Exchange;

namespace IntakeBot.Desk;

/// <summary>What came of asking the server for a place.</summary>
internal abstract record SetupAnswer
{
    private SetupAnswer()
    {
    }

    /// <summary>Roster and questionnaire are here.</summary>
    public sealed record Ready : SetupAnswer;

    /// <summary>The keys are locked.</summary>
    public sealed record Locked : SetupAnswer;

    /// <summary>The server is away, or does not know this member yet.</summary>
    public sealed record NotYet(ExchangeReach Reach) : SetupAnswer;

    /// <summary>What it sent is not to be taken: reasons in English, as the verbs say them.</summary>
    public sealed record Refused(IReadOnlyList<string> Problems) : SetupAnswer;
}
