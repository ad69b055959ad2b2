namespace IntakeBot.Core.Storage;

/// <summary>Whether the data folder's disk has room for new intakes. What is kept back lets those that are open go on.</summary>
public sealed class DiskRoom(string folder, Func<long>? freeBytes = null)
{
    public const int NeededMegabytes = 256;

    /// <summary>A disk that does not say how full it is counts as roomy: a full one refuses the commit itself.</summary>
    public bool IsEnough => FreeBytes is not { } free || free >= (long)NeededMegabytes << 20;

    /// <summary>Null where the disk does not say.</summary>
    public long? FreeBytes
    {
        get
        {
            try
            {
                return freeBytes?.Invoke() ?? new DriveInfo(folder).AvailableFreeSpace;
            }
            catch (Exception unsaid) when (unsaid is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }
}
