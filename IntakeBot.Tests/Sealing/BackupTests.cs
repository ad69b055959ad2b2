using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Sealing;

/// <summary>What was sealed opens with its key, as it was and whole, and nothing else does.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Identity _identity = BackupKey.Draw();

    public void Dispose()
    {
        _identity.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(65_536, 1)]
    [InlineData(65_537, 2)]
    [InlineData(200_000, 4)]
    public void What_was_sealed_opens_as_it_was_and_the_length_says_little(int size, int boxes)
    {
        var content = RowCase.Bytes(size);
        var file = Seal(content);

        Assert.Equal(BackupFormat.HeadSize + (boxes * BackupFormat.BoxSize) + Hash.Size, file.Length);
        Assert.Equal([.. content, .. new byte[(boxes * BackupFormat.ChunkSize) - size]], Open(file)!);
        Assert.Null(BackupOpenStream.Problem(new MemoryStream(file)));
        Assert.True(size < 32 || file.AsSpan().IndexOf(content.AsSpan(0, 32)) < 0);
    }

    [Fact]
    public void A_changed_byte_anywhere_does_not_open_and_is_seen_without_the_key()
    {
        var file = Seal(RowCase.Bytes(70_000));
        int[] places = [0, 18, 19, 34, 35, 1200, BackupFormat.HeadSize - 1, BackupFormat.HeadSize, BackupFormat.HeadSize + 65_575, BackupFormat.HeadSize + 65_576, file.Length - 40, file.Length - 1];
        foreach (var place in places)
        {
            byte[] changed = [.. file];
            changed[place] ^= 1;
            Assert.True(place == file.Length - 1 || Open(changed) is null, $"byte {place}");
            Assert.NotNull(BackupOpenStream.Problem(new MemoryStream(changed)));
        }
    }

    [Fact]
    public void Boxes_cannot_be_left_out_moved_or_taken_from_another_backup()
    {
        var (file, other) = (Seal(RowCase.Bytes(200_000)), Seal(RowCase.Bytes(200_000)));
        byte[] Boxes(params (byte[] From, int Number)[] boxes) =>
        [
            .. file[..BackupFormat.HeadSize],
            .. boxes.SelectMany(b => b.From.Skip(BackupFormat.HeadSize + (b.Number * BackupFormat.BoxSize)).Take(BackupFormat.BoxSize)),
            .. file[^Hash.Size..],
        ];
        Assert.NotNull(Open(Boxes((file, 0), (file, 1), (file, 2), (file, 3))));

        byte[][] bad =
        [
            Boxes((file, 0), (file, 1), (file, 2)), Boxes((file, 3)), Boxes((file, 1), (file, 0), (file, 2), (file, 3)),
            Boxes((file, 0), (file, 1), (file, 2), (file, 3), (file, 3)), Boxes((file, 0), (other, 1), (file, 2), (file, 3)),
            file[..^1], file[..BackupFormat.HeadSize], file[..10], [],
        ];
        Assert.All(bad, b => Assert.Null(Open(b)));
        Assert.All(bad, b => Assert.NotNull(BackupOpenStream.Problem(new MemoryStream(b))));
    }

    [Fact]
    public void Another_key_does_not_open_it()
    {
        var file = Seal([1, 2, 3]);
        using var other = BackupKey.Draw();

        Assert.Null(BackupOpenStream.Open(new MemoryStream(file), BackupKey.SecretOf(other)!));
        using var member = Identity.Draw(11, 5);
        Assert.Null(BackupKey.SecretOf(member));
        var problems = new List<string>();
        WholeFile.Create(_folder.Of("member"), MemberFile.Encode(member), secret: false);
        Assert.Null(BackupKey.Read(_folder.Of("member"), problems));
        Assert.Contains("not of a backup key", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_that_gives_back_something_else_leaves_no_file()
    {
        var file = _folder.Of("backup");
        using var sealer = new Holder();

        _ = Assert.Throws<InvalidDataException>(() => WholeFile.Create(
            file,
            to =>
            {
                sealer.Value = new(to, _identity.EpochSecretOf(0)!.Public);
                sealer.Value.Write(RowCase.Bytes(70_000));
                sealer.Value.Complete();
            },
            back =>
            {
                var bytes = new byte[back.Length];
                back.ReadExactly(bytes);
                bytes[^100] ^= 1;
                using var opened = sealer.Value!.ReadBack(new MemoryStream(bytes));
                opened.CopyTo(Stream.Null);
            },
            secret: true));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    private byte[] Seal(byte[] content)
    {
        using var to = new MemoryStream();
        using var sealer = new BackupSealStream(to, _identity.EpochSecretOf(0)!.Public);
        foreach (var part in content.Chunk(10_007))
        {
            sealer.Write(part);
        }

        sealer.Complete();
        using var back = sealer.ReadBack(new MemoryStream(to.ToArray()));
        back.CopyTo(Stream.Null);
        return to.ToArray();
    }

    /// <summary>Null where it does not open to its end.</summary>
    private byte[]? Open(byte[] file)
    {
        try
        {
            using var opened = BackupOpenStream.Open(new MemoryStream(file), BackupKey.SecretOf(_identity)!);
            using var to = new MemoryStream();
            opened?.CopyTo(to);
            return opened is null ? null : to.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private sealed class Holder : IDisposable
    {
        public BackupSealStream? Value { get; set; }

        public void Dispose() => Value?.Dispose();
    }
}
