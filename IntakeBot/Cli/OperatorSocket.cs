using System.Net.Sockets;
using IntakeBot.Core.Storage;

namespace IntakeBot.Cli;

/// <summary>
/// operator.sock in the data folder, mode 0600: where the operator's verbs reach the server that runs. Who may write there may read the data file, so
/// it opens nothing that was closed. One line asks; the answer ends with the connection.
/// </summary>
internal static class OperatorSocket
{
    /// <summary>All rows of one moment, as <see cref="CopyWriter"/> writes them.</summary>
    public const string Copy = "copy";

    /// <summary>A word and a day: what <see cref="SealedStore.Scrub"/> finds, as JSON.</summary>
    public const string Scrub = "scrub";

    /// <summary>A word and a day: removes what ends before it, answers how many rows.</summary>
    public const string Purge = "purge";

    /// <summary>An orderly stop.</summary>
    public const string Stop = "stop";

    public const int MostAsked = 64;

    /// <summary>A verb that does not read is not waited for any longer.</summary>
    public const int PatienceMilliseconds = 60_000;

    /// <summary>For the server alone, which holds the store's lock: what another run left there is removed.</summary>
    public static Socket Listen(string dataFolder)
    {
        var file = FileOf(dataFolder);
        File.Delete(file);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Bind(new UnixDomainSocketEndPoint(file));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            socket.Listen();
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Asks the server of this data folder; null where none runs.</summary>
    public static NetworkStream? Ask(string dataFolder, string what)
    {
        var file = FileOf(dataFolder);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(file));
            var stream = new NetworkStream(socket, ownsSocket: true);
            stream.Write(System.Text.Encoding.ASCII.GetBytes(what + "\n"));
            return stream;
        }
        catch (Exception nobody) when (nobody is SocketException or ArgumentOutOfRangeException)
        {
            socket.Dispose();
            return null;
        }
    }

    private static string FileOf(string dataFolder) => Path.Combine(Path.GetFullPath(dataFolder), StoredSocket.FileName);
}
