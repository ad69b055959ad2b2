using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Storage;

/// <summary>A restore is there whole or not at all, and brings back nothing that was erased.</summary>
public sealed class RestoreTests : StoreCase
{
    private readonly TempFolder _new = new();
    private readonly ColdRow _kept = Cold();
    private readonly ColdRow _erased = Cold();
    private readonly Mailbox _mailbox = Letters();

    [Fact]
    public async Task A_new_folder_gets_all_of_it_and_the_small_files()
    {
        var copy = await CopyAsync();

        var report = await RestoreAsync(copy);

        Assert.Equal((new CopyCounts(2, 2, 1, 0, 0, 0), 0, 0), (report.Found, report.LeftOut, report.Tombstones));
        Assert.Equal("believed 2026-09-04\nclosed never\nkept 30\n", System.IO.File.ReadAllText(_new.Of("clock.day")));
        Assert.Equal("{}", System.IO.File.ReadAllText(_new.Of("members", "staff-1.json")));
        Assert.Equal(["clock.day", "erased.rows", "intakes.db", "intakes.lock", "intakes.made", "members"], Names());
        await using var store = SealedStore.Open(_new.Path, TimeProvider.System);
        Assert.Equal(_kept.Encode(), store.Find<ColdRow>(_kept.Place)?.Encode());
        Assert.Equal(_mailbox.Encode(), store.FindNearest(_mailbox.Tag)?.Encode());
        Assert.Equal(0, store.Scrub(Today).Faults);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_erased_since_stays_erased(bool isBeside)
    {
        var copy = await CopyAsync();
        await using (var store = Open())
        {
            Assert.True(await store.CommitAsync(new Change().Erase(_erased.Place, Today, _mailbox.Place)));
        }

        var newest = isBeside ? _new.Of("erased.rows") : File("erased.rows");
        if (isBeside)
        {
            System.IO.File.Copy(File("erased.rows"), newest);
        }

        var report = await RestoreAsync(copy, isBeside ? [] : [newest]);

        Assert.Equal((3, 2), (report.LeftOut, report.Tombstones));
        await using var restored = SealedStore.Open(_new.Path, TimeProvider.System);
        Assert.Equal(0, restored.BuriedAtOpening);
        Assert.Null(restored.Find<ColdRow>(_erased.Place));
        Assert.Null(restored.Find<Mailbox>(_mailbox.Place));
        Assert.NotNull(restored.Find<Tombstone>(_erased.Place));
        Assert.NotNull(restored.Find<ColdRow>(_kept.Place));
        Assert.Equal(-1, System.IO.File.ReadAllBytes(_new.Of("intakes.db")).AsSpan().IndexOf(_erased.Stanzas.AsSpan(0, 32)));
    }

    [Fact]
    public async Task A_copy_that_is_cut_off_or_changed_writes_nothing()
    {
        var copy = await CopyAsync();
        foreach (var bad in (byte[][])[copy[..^1], copy[..(copy.Length / 2)], [.. copy[..1000], (byte)(copy[1000] ^ 1), .. copy[1001..]], [.. copy, 1], []])
        {
            _ = await Assert.ThrowsAsync<InvalidDataException>(() => RestoreAsync(bad));
            Assert.Equal(["intakes.lock"], Names());
        }
    }

    /// <summary>As a process that dies: what it left behind serves nobody, and the next restore begins anew.</summary>
    [Fact]
    public async Task A_restore_that_was_cut_off_serves_nothing_and_is_begun_again()
    {
        var copy = await CopyAsync();
        var opened = 0;
        _ = await Assert.ThrowsAsync<InvalidDataException>(() => StoreRestore.RunAsync(
            _new.Path, () => new(new MemoryStream(++opened == 1 ? copy : copy[..(copy.Length / 2)])), [], TimeProvider.System));
        Assert.True(Directory.Exists(_new.Of("restoring")));

        Assert.Contains("restore a backup", Assert.Single(SealedStore.Problems(_new.Path)), StringComparison.Ordinal);

        Assert.Equal(2, (await RestoreAsync(copy)).Found.Cold);
        Assert.False(Directory.Exists(_new.Of("restoring")));
        Assert.Empty(SealedStore.Problems(_new.Path));
    }

    [Fact]
    public async Task A_folder_with_a_store_is_left_alone()
    {
        var copy = await CopyAsync();
        var before = System.IO.File.ReadAllBytes(File("intakes.db"));

        var refusal = await Assert.ThrowsAsync<StoreException>(() => StoreRestore.RunAsync(Folder, () => new(new MemoryStream(copy)), [], TimeProvider.System));

        Assert.Contains("move intakes.db and intakes-log.db out of the folder", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, System.IO.File.ReadAllBytes(File("intakes.db")));
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("members/../../evil.json")]
    [InlineData("intakes.db")]
    public void A_copy_holds_no_other_file(string name) =>
        Assert.Throws<ArgumentException>(() => new CopyWriter(Stream.Null).File(name, []));

    private async Task<byte[]> CopyAsync()
    {
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(_kept).Put(Hot(_kept.Place), null).Put(_erased, null).Put(Hot(_erased.Place), null).Put(_mailbox, null)));
        System.IO.File.WriteAllText(File("clock.day"), "believed 2026-09-04\nclosed never\nkept 30\n");
        _ = Directory.CreateDirectory(File("members"));
        System.IO.File.WriteAllText(File("members/staff-1.json"), "{}");
        using var copy = new MemoryStream();
        _ = store.WriteCopy(new(copy));
        return copy.ToArray();
    }

    private Task<RestoreReport> RestoreAsync(byte[] copy, IReadOnlyList<string>? erased = null) =>
        StoreRestore.RunAsync(_new.Path, () => new(new MemoryStream(copy)), erased ?? [], TimeProvider.System);

    private IEnumerable<string?> Names() => Directory.EnumerateFileSystemEntries(_new.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
