namespace IntakeBot.Core.Storage;

/// <summary>The engine's data file. Written only inside a checkpoint, and never before the log that could repair it is on the disk.</summary>
internal sealed class DataFile(string path, bool writable, Action beforeWrite) : DiskStream(path, writable)
{
    /// <summary>True while a checkpoint runs; the engine has other reasons to write here, and none is good.</summary>
    public bool Unlocked { get; set; }

    public override long Length => RandomAccess.GetLength(Handle);

    public override void Write(byte[] buffer, int offset, int count)
    {
        RefuseUnlessUnlocked();
        beforeWrite();
        Guarded(() => RandomAccess.Write(Handle, buffer.AsSpan(offset, count), Position));
        Position += count;
    }

    public override void Flush() => Guarded(FlushToDisk);

    public override void SetLength(long value)
    {
        RefuseUnlessUnlocked();
        Guarded(() => RandomAccess.SetLength(Handle, value));
    }

    private void RefuseUnlessUnlocked()
    {
        if (!Unlocked)
        {
            throw new InvalidOperationException("The data file is written by a checkpoint only.");
        }
    }
}
