namespace IntakeBot.Core.Sealing;

/// <summary>Where the keys of this process lie. What finds no room in the locked pages is pinned, as all secrets are, and not locked.</summary>
public static class KeyMemory
{
    /// <summary>Some three hundred keys, and half of what old systems allow every account.</summary>
    private const int Size = 32 * 1024;

    private static readonly LockedPages? Pages = LockedPages.Lock(Size);

    /// <summary>False where the system does not allow it: then keys may come to the swap.</summary>
    public static bool IsLocked => Pages is not null;

    internal static (byte[] Bytes, int At) Rent(int size) =>
        size <= LockedPages.SlotSize && Pages is not null && Pages.TryRent(out var at) ? (Pages.Bytes, at) : (GC.AllocateArray<byte>(size, pinned: true), 0);

    /// <summary>Zeroed, by its one owner, once.</summary>
    internal static void Return(byte[] bytes, int at)
    {
        if (ReferenceEquals(bytes, Pages?.Bytes))
        {
            Pages.Return(at);
        }
    }
}
