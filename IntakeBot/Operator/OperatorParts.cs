using IntakeBot.Core.Hotline;
using IntakeBot.Core.Storage;
using IntakeBot.Exchange;
using IntakeBot.Messenger;

namespace IntakeBot.Operator;

/// <summary>What is looked at for the operator.</summary>
internal sealed record OperatorParts
{
    /// <summary>Where it is told: http://host:port.</summary>
    public required Uri Address { get; init; }

    public required IReadOnlyList<BotLine> Lines { get; init; }

    public required SealedStore Store { get; init; }

    public required DayBook Days { get; init; }

    public required CurrentRoster Roster { get; init; }

    public required DeskAcknowledgements Desks { get; init; }

    public required TimeProvider Time { get; init; }
}
