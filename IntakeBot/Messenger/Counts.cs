using System.Runtime.CompilerServices;

namespace IntakeBot.Messenger;

/// <summary>How often each case of an enumeration came, since the start. In memory only.</summary>
internal sealed class Counts<T>
    where T : struct, Enum
{
    private readonly long[] _each = new long[Enum.GetValues<T>().Length];

    public long this[T what] => Interlocked.Read(ref _each[Unsafe.BitCast<T, int>(what)]);

    public void Add(T what) => Interlocked.Increment(ref _each[Unsafe.BitCast<T, int>(what)]);
}
