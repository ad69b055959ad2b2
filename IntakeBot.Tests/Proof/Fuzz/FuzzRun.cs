using System.Diagnostics;
using CsCheck;

namespace IntakeBot.Tests.Proof.Fuzz;

/// <summary>Runs inputs of one target one by one, and looks at what each costs.</summary>
internal sealed class FuzzRun(FuzzTarget target)
{
    /// <summary>An input may allocate this, and 512 bytes for each of its own.</summary>
    private const long FreeBytes = 4 << 20;

    private const int BytesPerByte = 512;
    private const int Tries = 5;

    private static readonly TimeSpan Hang = TimeSpan.FromMilliseconds(100);

    private readonly FuzzCoverage _coverage = new();
    private readonly List<byte[]> _corpus = [];

    public long Runs { get; private set; }

    public int Pairs => _coverage.Pairs;

    public bool IsGuided => _coverage.IsOn;

    public IReadOnlyList<byte[]> Corpus => _corpus;

    /// <summary>Of the slowest input, the best of five where it took long.</summary>
    public TimeSpan Slowest { get; private set; }

    public long MostBytes { get; private set; }

    /// <summary>Seeds and corpus first, then what is made of them; stops at the first finding, which throws.</summary>
    public void Go(PCG chance, Func<FuzzRun, bool> goOn)
    {
        var mutator = new FuzzMutator(chance, target.Words);
        foreach (var input in target.Seeds.Concat(FuzzCorpus.Read(target)))
        {
            Try(input);
            _corpus.Add(input);
        }

        while (goOn(this))
        {
            var input = mutator.Mutate(_corpus[Below()], _corpus[Below()]);
            if (Try(input))
            {
                _corpus.Add(input);
            }
        }

        int Below() => (int)chance.Next((uint)_corpus.Count);
    }

    /// <summary>True where the input took a way that is new.</summary>
    private bool Try(byte[] input)
    {
        _coverage.Begin();
        var (time, bytes) = Once(input);
        var isNew = _coverage.IsNew();

        // The machine is shared: an input is slow only if it is slow each time.
        for (var tries = 1; time > Hang && tries < Tries; tries++)
        {
            var (again, _) = Once(input);
            time = again < time ? again : time;
        }

        Slowest = time > Slowest ? time : Slowest;
        MostBytes = Math.Max(bytes, MostBytes);
        Check(time <= Hang, input, $"took {time.TotalMilliseconds:0} ms");
        Check(bytes <= FreeBytes + ((long)input.Length * BytesPerByte), input, $"allocated {bytes:N0} bytes");
        return isNew;
    }

    private (TimeSpan Time, long Bytes) Once(byte[] input)
    {
        Runs++;
        var (began, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        try
        {
            target.Run(input);
        }
#pragma warning disable CA1031 // Whatever it throws is what is looked for.
        catch (Exception crash)
#pragma warning restore CA1031
        {
            Check(false, input, crash.ToString());
        }

        return (Stopwatch.GetElapsedTime(began), GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private void Check(bool holds, byte[] input, string what) => Assert.True(holds, $"{target.Name}: {Convert.ToBase64String(input)} {what}");
}
