using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;
using IntakeBot.Exchange;
using IntakeBot.Messenger;

namespace IntakeBot.Cli;

/// <summary>Everything that <c>serve</c> needs, read and checked. Whoever got it disposes the keys.</summary>
internal sealed record ServeParts : IDisposable
{
    public required Settings Settings { get; init; }

    public required Questionnaire Questionnaire { get; init; }

    /// <summary>20 bytes, listed in the roster.</summary>
    public required byte[] QuestionnaireHash { get; init; }

    public required Roster Roster { get; init; }

    /// <summary>Where <see cref="Roster"/> was read, and a newer one will be.</summary>
    public required RosterSource RosterSource { get; init; }

    public required ServerKey ServerKey { get; init; }

    /// <summary>Its public half is the one that the roster names.</summary>
    public required SigningKey ExchangeKey { get; init; }

    /// <summary>Null: the Exchange listens without TLS.</summary>
    public ExchangeTls? ExchangeTls { get; init; }

    /// <summary>Null: Telegram is polled.</summary>
    public WebhookListening? Webhook { get; init; }

    /// <summary>One at least.</summary>
    public required IReadOnlyList<ServeBot> Bots { get; init; }

    public required EmergencyNumbers Numbers { get; init; }

    public void Dispose()
    {
        ServerKey.Dispose();
        ExchangeKey.Dispose();
        ExchangeTls?.Dispose();
        Webhook?.Dispose();
    }

    /// <summary>Says nothing: it holds the bots' tokens.</summary>
    public override string ToString() => nameof(ServeParts);
}
