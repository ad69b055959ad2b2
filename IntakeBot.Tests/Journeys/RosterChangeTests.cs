using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Journeys;

/// <summary>Who has left opens nothing: not what is there, not what is being begun at that moment, and not after a crash.</summary>
public sealed class RosterChangeTests : IAsyncDisposable
{
    private readonly RosterRig _rig = new();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task A_removed_member_opens_nothing_any_more_and_a_colleague_still_all()
    {
        await _rig.StartAsync();
        await BeginAsync(5);
        Assert.Equal((5, 5), (_rig.Opens(_rig.Setup.Ada, 0), _rig.Opens(_rig.Setup.Ben, 2)));

        _rig.RemoveBen();
        Assert.Equal(5, await ApplyAsync());
        await BeginAsync(2);

        Assert.Equal((7, 0), (_rig.Opens(_rig.Setup.Ada, 0), _rig.Opens(_rig.Setup.Ben, 2)));
        Assert.Equal(0, await ApplyAsync());
    }

    [Fact]
    public async Task A_lost_key_opens_nothing_any_more_and_the_new_one_what_comes_after()
    {
        await _rig.StartAsync();
        await BeginAsync(3);
        using var again = _rig.ReplaceBen();

        Assert.Equal(3, await ApplyAsync());
        await BeginAsync(2);

        Assert.Equal((5, 0, 2), (_rig.Opens(_rig.Setup.Ada, 0), _rig.Opens(_rig.Setup.Ben, 2), _rig.Opens(again, 2)));
        Assert.Equal(0, await ApplyAsync());
        Assert.Equal(2, _rig.Opens(again, 2));
    }

    [Fact]
    public async Task An_intake_that_is_being_begun_while_the_member_is_removed_loses_the_stanza_too()
    {
        await _rig.StartAsync();
        var sealing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var go = new ManualResetEventSlim();
        var beginning = Task.Run(() => _rig.BeginAsync((desk, day) =>
        {
            var recipients = _rig.Current.Value.RecipientsFor(desk, day);
            sealing.SetResult();
            go.Wait(TimeSpan.FromSeconds(30));
            return recipients;
        }));
        await sealing.Task;

        _rig.RemoveBen();
        var applying = ApplyAsync();
        _ = await Task.WhenAny(applying, Task.Delay(200));
        Assert.False(applying.IsCompleted);
        go.Set();

        Assert.True(await beginning);
        Assert.Equal(1, await applying);
        Assert.Equal((1, 0), (_rig.Opens(_rig.Setup.Ada, 0), _rig.Opens(_rig.Setup.Ben, 2)));
    }

    [Fact]
    public async Task While_rows_are_swept_nothing_is_sealed_to_the_new_key_and_a_crash_then_is_mended_at_the_start()
    {
        await _rig.StartAsync();
        await BeginAsync(4);
        using var again = _rig.ReplaceBen();
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _rig.Change.ApplyAsync(_rig.Setup.Good(), new(canceled: true)));

        Assert.Null(_rig.Current.Value.Find(again.Signing.Public));
        Assert.False(ResealRule.Allows(_rig.Current.Value, 2, _rig.Rows()[0]));
        await BeginAsync(2);
        Assert.Equal((6, 4, 0), (_rig.Opens(_rig.Setup.Ada, 0), _rig.Opens(_rig.Setup.Ben, 2), _rig.Opens(again, 2)));

        // Half of the sweep had reached the disk when the power went.
        foreach (var row in _rig.Rows().Take(3))
        {
            Assert.True(await _rig.Store.CommitAsync(new Change().Put(Vacancy.Of(row, [2])!, row.Version)));
        }

        await _rig.StartAsync();
        await BeginAsync(1);

        Assert.Equal((7, 0, 1), (_rig.Opens(_rig.Setup.Ada, 0), _rig.Opens(_rig.Setup.Ben, 2), _rig.Opens(again, 2)));
        await _rig.StartAsync();
        Assert.Equal(1, _rig.Opens(again, 2));
    }

    [Fact]
    public async Task A_member_who_was_removed_while_the_server_was_down_is_swept_out_at_the_start()
    {
        await _rig.StartAsync();
        await BeginAsync(2);
        _rig.RemoveBen();

        await _rig.StartAsync();

        Assert.Equal((2, 0), (_rig.Opens(_rig.Setup.Ada, 0), _rig.Opens(_rig.Setup.Ben, 2)));
    }

    [Fact]
    public async Task A_restart_with_the_same_roster_touches_no_row()
    {
        await _rig.StartAsync();
        await BeginAsync(3);
        var before = _rig.Rows().Select(r => r.Version).ToList();

        await _rig.StartAsync();

        Assert.Equal(before, _rig.Rows().Select(r => r.Version));
    }

    [Fact]
    public async Task Where_the_book_was_lost_the_free_places_are_swept_and_the_members_keep_theirs()
    {
        await _rig.StartAsync();
        await BeginAsync(2);
        _rig.RemoveBen();
        File.Delete(Path.Combine(_rig.Setup.Data, PlaceBook.FileName));

        await _rig.StartAsync();

        Assert.Equal((2, 0), (_rig.Opens(_rig.Setup.Ada, 0), _rig.Opens(_rig.Setup.Ben, 2)));
    }

    [Fact]
    public async Task The_book_and_the_pin_are_the_only_files_it_leaves()
    {
        await _rig.StartAsync();
        _rig.RemoveBen();
        _ = await ApplyAsync();

        Assert.Equal(
            ["pinned.json", "places.json"], Directory.EnumerateFiles(_rig.Setup.Data, "p*").Select(Path.GetFileName).Order());
        Assert.DoesNotContain(_rig.Setup.Ben.Signing.Public.ToString(), await File.ReadAllTextAsync(Path.Combine(_rig.Setup.Data, "places.json")), StringComparison.Ordinal);
    }

    private Task<int> ApplyAsync() => _rig.Change.ApplyAsync(_rig.Setup.Good(), default);

    private async Task BeginAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.True(await _rig.BeginAsync());
        }
    }
}
