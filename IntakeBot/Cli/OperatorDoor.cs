using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Cli;

/// <summary>Answers the operator's verbs while the server runs, one after the other; see <see cref="OperatorSocket"/>.</summary>
internal sealed partial class OperatorDoor(string dataFolder, SealedStore store, IHostApplicationLifetime life, ILogger<OperatorDoor> logger) : BackgroundService
{
    private Socket? _listener;

    /// <summary>Whoever reads that the server serves finds the door there.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _listener = TryListen();
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _listener?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listener = _listener;
        while (listener is not null && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                using var caller = await listener.AcceptAsync(stoppingToken);
                using var stop = stoppingToken.Register(caller.Dispose);
                await Task.Run(() => AnswerAsync(caller), CancellationToken.None);
            }
            catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidDataException)
            {
                // Who asked has gone, or the server stops; an answer that is cut off is taken for none.
            }
            catch (StoreException failure)
            {
                // Where the store itself has failed, its own failure ends the process.
                LogRefused(failure.GetType().Name);
            }
        }
    }

    private async Task AnswerAsync(Socket caller)
    {
        caller.SendTimeout = caller.ReceiveTimeout = OperatorSocket.PatienceMilliseconds;
        await using var stream = new NetworkStream(caller, ownsSocket: false);
        var words = ReadLine(stream).Split(' ');
        switch (words)
        {
            case [OperatorSocket.Copy]:
                await using (var buffered = new BufferedStream(stream, 1 << 16))
                {
                    var copied = store.WriteCopy(new(buffered));
                    LogCopied(copied.Rows);
                }

                break;
            case [OperatorSocket.Scrub, var text] when Day.Parse(text) is { } day:
                await JsonSerializer.SerializeAsync(stream, store.Scrub(day), CliJson.Default.ScrubReport);
                break;
            case [OperatorSocket.Purge, var text] when Day.Parse(text) is { } day:
                var removed = await store.PurgeAsync(day);
                LogPurged(removed);
                await JsonSerializer.SerializeAsync(stream, removed, CliJson.Default.Int32);
                break;
            case [OperatorSocket.Stop]:
                LogStopped();
                life.StopApplication();
                break;
            default:
                throw new InvalidDataException("Not a word of ours.");
        }
    }

    private static string ReadLine(NetworkStream stream)
    {
        var line = new StringBuilder();
        for (var read = stream.ReadByte(); read >= 0 && read != '\n' && line.Length < OperatorSocket.MostAsked; read = stream.ReadByte())
        {
            line.Append((char)read);
        }

        return line.ToString();
    }

    private Socket? TryListen()
    {
        try
        {
            return OperatorSocket.Listen(dataFolder);
        }
        catch (Exception failure) when (failure is SocketException or IOException or ArgumentOutOfRangeException or UnauthorizedAccessException)
        {
            LogNoDoor(StoredSocket.FileName, failure.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(EventId = 314, Level = LogLevel.Error, Message = "{File} cannot be opened in the data folder ({Type}): backup and verify work only while the server is stopped. A path of 100 letters or fewer, on a disk of this machine, is needed.")]
    private partial void LogNoDoor(string file, string type);

    [LoggerMessage(EventId = 315, Level = LogLevel.Error, Message = "The operator got no answer ({Type}): ask again, or look at the disk.")]
    private partial void LogRefused(string type);

    [LoggerMessage(EventId = 316, Level = LogLevel.Information, Message = "Gave {Count} rows to a backup.")]
    private partial void LogCopied(int count);

    [LoggerMessage(EventId = 317, Level = LogLevel.Warning, Message = "Removed {Count} rows before their last day: the operator asked for it.")]
    private partial void LogPurged(int count);

    [LoggerMessage(EventId = 318, Level = LogLevel.Warning, Message = "The operator asks for a stop.")]
    private partial void LogStopped();
}
