using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using LiteDB.Engine;

namespace IntakeBot.Tests.Storage;

/// <summary>What a power cut leaves on the disk at each step of a checkpoint: the change is there whole, or not at all.</summary>
public sealed class PowerCutTests : StoreCase
{
    private readonly List<string> _cuts = [];
    private HotRow[] _before = [];
    private HotRow[] _after = [];

    [Fact]
    public async Task Cut_off_inside_the_checkpoint_the_change_is_there()
    {
        await CheckpointAsync((log, _) => log.Seal(), tear: true);

        Assert.True(_cuts.Count > 4, $"only {_cuts.Count} pages were written");
        Assert.All(_cuts, cut => HoldsAsync(cut, _after).GetAwaiter().GetResult());
    }

    [Fact]
    public async Task Cut_off_before_the_log_is_whole_nothing_happened()
    {
        await CheckpointAsync((log, page) => { if (page > 0) { log.Seal(); } }, tear: false);

        await HoldsAsync(_cuts[0], _before);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(20_000)]
    [InlineData(-1)]
    [InlineData(-20)]
    public async Task A_log_with_one_wrong_byte_is_not_believed(int at)
    {
        await CheckpointAsync((log, _) => log.Seal(), tear: false);
        var path = Path.Combine(_cuts[0], "intakes-log.db");
        var log = System.IO.File.ReadAllBytes(path);
        log[at < 0 ? log.Length + at : at] ^= 1;
        System.IO.File.WriteAllBytes(path, log);

        await HoldsAsync(_cuts[0], _before);
    }

    /// <summary>Copies the files before each page that the checkpoint writes; torn: with half of that page gone.</summary>
    private async Task CheckpointAsync(Action<LogFile, int> beforePage, bool tear)
    {
        _before = [.. Enumerable.Range(0, 12).Select(_ => Hot())];
        _after = [.. _before.Select(Next)];
        await using (var store = Open())
        {
            _ = await Task.WhenAll(_before.Select(r => store.CommitAsync(Put(r))));
        }

        using var log = new LogFile(File("intakes-log.db"), writable: true);
        DataFile? data = null;
        data = new DataFile(File("intakes.db"), writable: true, () =>
        {
            beforePage(log, _cuts.Count);
            var cut = Directory.CreateDirectory(File($"cut{_cuts.Count}")).FullName;
            foreach (var name in new[] { "intakes.db", "intakes-log.db", "intakes.made" })
            {
                System.IO.File.Copy(File(name), Path.Combine(cut, name));
            }

            if (tear)
            {
                using var torn = new FileStream(Path.Combine(cut, "intakes.db"), FileMode.Open);
                torn.Position = data!.Position;
                torn.Write(new byte[4096]);
            }

            _cuts.Add(cut);
        })
        { Unlocked = true };
        using var file = data;
        using var engine = new LiteEngine(new EngineSettings { DataStream = data, LogStream = log, TempStream = new MemoryStream() });
        Assert.True(engine.BeginTrans());
        Assert.Equal(12, engine.Update("hot", _after.Select(RowDocument.Of)));
        Assert.True(engine.Commit());
        Assert.True(engine.Checkpoint() > 0);
    }

    private static async Task HoldsAsync(string folder, HotRow[] rows)
    {
        await using var store = SealedStore.Open(folder, TimeProvider.System);
        Assert.All(rows, row => Assert.Equal(row.Encode(), store.FindHot(row.Door)?.Encode()));
        Assert.Equal(12, store.Manifest(RowKind.Hot, null, 100).Count);
    }
}
