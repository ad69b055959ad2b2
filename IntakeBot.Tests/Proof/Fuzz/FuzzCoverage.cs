using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace IntakeBot.Tests.Proof.Fuzz;

/// <summary>
/// Which branches an input took, where SharpFuzz has put its counters into the program's assemblies (<c>./build prove fuzz</c> does); without them everything
/// looks alike and nothing is new.
/// </summary>
internal sealed unsafe class FuzzCoverage
{
    /// <summary>Bytes of AFL's map, one for each pair of branches taken one after the other.</summary>
    private const int Size = 1 << 16;

    private static readonly byte* Map = (byte*)NativeMemory.AllocZeroed(Size);

    private readonly byte[] _seen = new byte[Size];

    /// <summary>False where nothing that ran so far has counters.</summary>
    public bool IsOn => Pairs > 0;

    /// <summary>Pairs of branches seen so far.</summary>
    public int Pairs { get; private set; }

    /// <summary>Before any code of the program runs: its counters write there.</summary>
    [ModuleInitializer]
    internal static void Ready() => Trace.SharedMem = Map;

    public void Begin()
    {
        new Span<byte>(Map, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>True where the run took a way that none before it took, or took it more times: 1, 2, 3, 4-7, 8-15, 16-31, 32-127 or more.</summary>
    public bool IsNew()
    {
        var isNew = false;
        for (var i = 0; i < Size; i++)
        {
            var bucket = Bucket(Map[i]);
            if ((bucket & ~_seen[i]) != 0)
            {
                Pairs += _seen[i] == 0 ? 1 : 0;
                _seen[i] |= bucket;
                isNew = true;
            }
        }

        return isNew;
    }

    private static byte Bucket(byte times) => times switch
    {
        0 => 0,
        1 => 1,
        2 => 2,
        3 => 4,
        < 8 => 8,
        < 16 => 16,
        < 32 => 32,
        < 128 => 64,
        _ => 128,
    };
}
