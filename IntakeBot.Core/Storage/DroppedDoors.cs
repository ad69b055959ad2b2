using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>
/// Which doors' rows were dropped lately, as four bytes each: 64 KB, however many there are. It may say so of a door that it does not know, about once in 2^18, and
/// forgets one when another takes its place. Written by one thread, read by any.
/// </summary>
internal sealed class DroppedDoors
{
    private const int Size = 16384;

    private readonly int[] _marks = new int[Size];

    public bool Has(Door door) => door.GetHashCode() is var mark && Volatile.Read(ref Of(mark)) == mark;

    public void Add(IEnumerable<Door> doors)
    {
        foreach (var door in doors)
        {
            var mark = door.GetHashCode();
            Volatile.Write(ref Of(mark), mark);
        }
    }

    public void Remove(Door door)
    {
        if (Has(door))
        {
            Volatile.Write(ref Of(door.GetHashCode()), 0);
        }
    }

    public void Clear() => Array.Clear(_marks);

    private ref int Of(int mark) => ref _marks[mark & (Size - 1)];
}
