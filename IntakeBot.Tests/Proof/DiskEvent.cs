namespace IntakeBot.Tests.Proof;

/// <summary>What a process did to its files, or said, in the order in which it began it.</summary>
/// <param name="Begun">Line of the recording at which the call was entered.</param>
/// <param name="Ended">Line at which it had returned; no line where it never did.</param>
internal abstract record DiskEvent(int Begun, int Ended)
{
    public sealed record Opened(int Begun, int Ended, string Path, bool IsEmptied) : DiskEvent(Begun, Ended);

    public sealed record Written(int Begun, int Ended, string Path, long At, byte[] Bytes) : DiskEvent(Begun, Ended);

    public sealed record Resized(int Begun, int Ended, string Path, long Length) : DiskEvent(Begun, Ended);

    /// <summary>Of a file or of the folder.</summary>
    public sealed record Flushed(int Begun, int Ended, string Path) : DiskEvent(Begun, Ended);

    public sealed record Renamed(int Begun, int Ended, string Path, string To) : DiskEvent(Begun, Ended);

    public sealed record Unlinked(int Begun, int Ended, string Path) : DiskEvent(Begun, Ended);

    public sealed record Said(int Begun, int Ended, string Text) : DiskEvent(Begun, Ended);
}
