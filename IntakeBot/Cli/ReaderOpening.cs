using IntakeBot.Core.Exchange;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Cli;

/// <summary>Where the verbs of staff read: at the running server; if none listens, in the store.</summary>
internal static class ReaderOpening
{
    /// <summary>Takes <paramref name="identity"/> over. Null, and the reasons added, where a file is wrong or neither is there.</summary>
    public static async Task<IntakeReader?> OpenAsync(
        Identity identity, string configFolder, string dataFolder, TimeProvider time, ICollection<string> problems, CancellationToken cancellationToken)
    {
        var (settings, wrong) = SettingsFile.Read(configFolder);
        foreach (var problem in wrong)
        {
            problems.Add(problem);
        }

        return await IntakeReader.OpenAsync(identity, configFolder, dataFolder, Day.Today(time), problems, async roster => settings is null
            ? null
            : await SourceAsync(settings, roster, identity, dataFolder, time, problems, cancellationToken));
    }

    private static async Task<IRowSource?> SourceAsync(
        Settings settings, Roster roster, Identity identity, string dataFolder, TimeProvider time, ICollection<string> problems,
        CancellationToken cancellationToken)
    {
        if (Uri.TryCreate(settings.Exchange.Address, UriKind.Absolute, out var address))
        {
            var server = new ExchangeRowSource(new ExchangeClient(address, identity.Signing, roster.ExchangeKey, time));
            if (await server.AnswersAsync(cancellationToken))
            {
                return server;
            }

            await server.DisposeAsync();
        }

        try
        {
            return new StoreRowSource(dataFolder, roster, time);
        }
        catch (StoreException refusal)
        {
            problems.Add($"{settings.Exchange.Address}: no server answers there");
            problems.Add(refusal.Message);
            return null;
        }
    }
}
