namespace IntakeBot.Tests.Proof;

/// <summary>All needles in order, behind a filter that says at once of almost every place that none begins there.</summary>
internal sealed class LeakIndex
{
    private const int BitsPerNeedle = 16;

    private readonly LeakNeedle[] _needles;
    private readonly ulong[] _bits;
    private readonly int _shift;

    /// <param name="needles">Rising, each once.</param>
    public LeakIndex(LeakNeedle[] needles)
    {
        _needles = needles;
        var power = 10;
        while (1L << power < (long)needles.Length * BitsPerNeedle)
        {
            power++;
        }

        _shift = 64 - power;
        _bits = new ulong[(1L << power) / 64];
        foreach (var needle in needles)
        {
            var bit = BitOf(needle.First);
            _bits[bit >> 6] |= 1UL << (int)(bit & 63);
        }
    }

    public int Count => _needles.Length;

    public int Of(LeakKind kind) => _needles.Count(n => n.Kind == kind);

    public LeakKind KindOf(int needle) => _needles[needle].Kind;

    public bool MayBegin(ulong first)
    {
        var bit = BitOf(first);
        return (_bits[bit >> 6] & (1UL << (int)(bit & 63))) != 0;
    }

    /// <summary>Marks the needles that stand at the beginning of <paramref name="hay"/>.</summary>
    public void Mark(ulong first, ReadOnlySpan<byte> hay, bool[] found)
    {
        var (from, to) = (0, _needles.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = _needles[middle].First < first ? (middle + 1, to) : (from, middle);
        }

        for (; from < _needles.Length && _needles[from].First == first; from++)
        {
            found[from] |= _needles[from].Fits(hay);
        }
    }

    private ulong BitOf(ulong first) => unchecked(first * 0x9E3779B97F4A7C15) >> _shift;
}
