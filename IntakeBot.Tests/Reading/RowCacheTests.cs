using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Storage;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Reading;

public sealed class RowCacheTests : IDisposable
{
    private static readonly Day Today = new(20_700);

    private readonly CacheFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_desk_that_starts_again_has_its_rows()
    {
        var (cold, hot, box) = (StoreCase.Cold(), StoreCase.Hot(), StoreCase.Letters());
        using (var cache = _folder.Open())
        {
            cache.Apply([cold, hot, box], []);
        }

        using var again = _folder.Open();
        Assert.Equal(cold.Encode(), again.Find<ColdRow>(RowKind.Cold, cold.Place)?.Encode());
        Assert.Equal(hot.Encode(), again.Find<HotRow>(RowKind.Hot, hot.Place)?.Encode());
        Assert.Equal(box.Encode(), again.Find<Mailbox>(RowKind.Mailbox, box.Place)?.Encode());
        Assert.Equal(OperatingSystem.IsWindows() ? UnixFileMode.None : UnixFileMode.UserRead | UnixFileMode.UserWrite, FileModes.Of(_folder.File));
    }

    [Fact]
    public void What_was_erased_is_gone_from_the_file_with_every_older_version_of_it()
    {
        var (cold, other) = (StoreCase.Cold(), StoreCase.Cold());
        var (before, hot) = (StoreCase.Hot(cold.Place), StoreCase.Hot(cold.Place));
        var changes = new List<RowChanges>();
        using var cache = _folder.Open();
        cache.Apply([cold, before, other, .. Enumerable.Range(0, 5).Select(_ => StoreCase.Cold())], []);
        cache.Apply([hot], []);
        Assert.True(_folder.Holds(before) && _folder.Holds(hot) && _folder.Holds(cold));
        cache.Changed = changes.Add;

        cache.Apply([Tombstone.Of(cold.Place, Today)], []);

        Assert.False(_folder.Holds(before) || _folder.Holds(hot) || _folder.Holds(cold));
        Assert.True(_folder.Holds(other));
        Assert.Equal([cold.Place], Assert.Single(changes).Intakes);
        cache.Apply([hot, cold], []);
        Assert.Null(cache.Find<HotRow>(RowKind.Hot, cold.Place));
        Assert.False(_folder.Holds(hot));
    }

    [Fact]
    public void A_row_that_went_is_gone_from_the_file()
    {
        var (one, two) = (StoreCase.Hot(), StoreCase.Hot());
        using var cache = _folder.Open();
        cache.Apply([one, two], []);

        cache.Apply([], [RowName.Of(one)]);

        Assert.False(_folder.Holds(one));
        Assert.True(_folder.Holds(two));
        Assert.Equal([two.Place], cache.Places(RowKind.Hot));
    }

    [Fact]
    public void The_file_does_not_grow_with_each_change()
    {
        var row = StoreCase.Hot();
        using var cache = _folder.Open();
        for (var i = 0; i < 50; i++)
        {
            cache.Apply([row = StoreCase.Next(row)], []);
            Assert.InRange(new FileInfo(_folder.File).Length, row.Encode().Length, 3 * (row.Encode().Length + 24));
        }
    }

    [Fact]
    public void The_same_row_again_is_neither_told_nor_written()
    {
        var row = StoreCase.Hot();
        using var cache = _folder.Open();
        cache.Apply([row], []);
        var length = new FileInfo(_folder.File).Length;
        cache.Changed = _ => Assert.Fail("Nothing changed.");

        cache.Apply([row], [RowName.Of(StoreCase.Cold())]);

        Assert.Equal(length, new FileInfo(_folder.File).Length);
    }

    [Fact]
    public void A_flipped_byte_costs_one_row()
    {
        HotRow[] rows = [StoreCase.Hot(), StoreCase.Hot(), StoreCase.Hot()];
        using (var cache = _folder.Open())
        {
            cache.Apply(rows, []);
        }

        var bytes = File.ReadAllBytes(_folder.File);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(_folder.File, bytes);

        using var again = _folder.Open();
        Assert.Equal([.. new[] { rows[0].Place, rows[2].Place }.OrderBy(p => p.Value)], again.Places(RowKind.Hot));
    }

    [Theory]
    [InlineData("IntakeBot rows 2 and what follows")]
    [InlineData("short")]
    [InlineData("SQLite format 3, surely no cache of ours")]
    public void Another_kind_of_file_is_begun_anew(string content)
    {
        File.WriteAllText(_folder.File, content);
        var row = StoreCase.Hot();
        using (var cache = _folder.Open())
        {
            Assert.Empty(cache.Places(RowKind.Hot));
            cache.Apply([row], []);
        }

        using var again = _folder.Open();
        Assert.Equal([row.Place], again.Places(RowKind.Hot));
    }

    [Fact]
    public void A_file_of_another_version_is_not_read()
    {
        using (var cache = _folder.Open())
        {
            cache.Apply([StoreCase.Hot()], []);
        }

        var bytes = File.ReadAllBytes(_folder.File);
        bytes[CacheFile.Mark.Length - 1]++;
        File.WriteAllBytes(_folder.File, bytes);

        using var again = _folder.Open();
        Assert.Empty(again.Places(RowKind.Hot));
    }

    [Fact]
    public void A_second_desk_on_the_same_folder_is_told_so()
    {
        using var cache = _folder.Open();
        var problems = new List<string>();

        Assert.Null(RowCache.Open(_folder.Path, problems));

        Assert.Contains("another desk uses this folder", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told()
    {
        var problems = new List<string>();

        Assert.Null(RowCache.Open(Path.Combine(_folder.Path, "none"), problems));

        Assert.Contains("cannot be written", Assert.Single(problems), StringComparison.Ordinal);
    }
}
