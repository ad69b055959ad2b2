using IntakeBot.Bench;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Storage;

/// <summary>A proof that cannot fail proves nothing: what the proofs compare with notices what is missing.</summary>
public sealed class ProofLedgerTests : StoreCase
{
    private readonly ProofLedger _ledger = new();

    [Fact]
    public async Task A_row_that_was_acknowledged_and_is_not_there_is_lost()
    {
        var row = Hot();
        _ledger.Tried(row.Place, row.Version);
        Assert.Equal((0, 0), await CompareAsync());

        _ledger.Tried(row.Place, row.Version);
        _ledger.Acknowledge(row.Place, row.Version);
        Assert.Equal((1, 0), await CompareAsync());
    }

    [Fact]
    public async Task An_older_version_than_the_acknowledged_one_is_lost_and_a_newer_one_that_was_tried_is_not()
    {
        var first = Hot();
        var (second, third) = (Next(first), Next(first));
        foreach (var row in new[] { first, second, third })
        {
            _ledger.Tried(row.Place, row.Version);
        }

        _ledger.Acknowledge(first.Place, first.Version);
        _ledger.Acknowledge(first.Place, second.Version);
        Assert.Equal((0, 0), await CompareAsync(Cold(first.Place), third));

        _ledger.Tried(first.Place, second.Version);
        _ledger.Acknowledge(first.Place, second.Version);
        Assert.Equal((1, 0), await CompareAsync(Cold(first.Place), first));
    }

    [Fact]
    public async Task A_removed_row_that_is_there_again_is_lost_and_one_row_of_two_is_half()
    {
        var row = Hot();
        _ledger.Tried(row.Place, row.Version);
        _ledger.Acknowledge(row.Place, row.Version);
        _ledger.Tried(row.Place, ProofLedger.Absent);
        _ledger.Acknowledge(row.Place, ProofLedger.Absent);

        Assert.Equal((1, 1), await CompareAsync(row));
    }

    [Fact]
    public void Whoever_has_no_intake_of_their_own_is_lost_and_an_intake_of_nobody_is_wrong()
    {
        Assert.Equal((0, 0, 1), ProofServer.Match(["a=1", "a=1", "b=2"], ["b=2", "a=1", "", "a=1"]));
        Assert.Equal((1, 1, 0), ProofServer.Match(["a=1", "a=1"], ["a=1", "a=2"]));
    }

    private async Task<(int Lost, int Half)> CompareAsync(params SealedRow[] rows)
    {
        foreach (var file in Directory.GetFiles(Folder))
        {
            System.IO.File.Delete(file);
        }

        await using var store = Open();
        foreach (var row in rows)
        {
            Assert.True(await store.CommitAsync(Put(row)));
        }

        return _ledger.Compare(store);
    }
}
