using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

public sealed class KeyMemoryTests
{
    private static int Locked => (32 * 1024) + Environment.SystemPageSize;

    [Fact]
    public void Keys_lie_in_the_locked_pages_and_what_is_longer_does_not()
    {
        Assert.SkipUnless(KeyMemory.IsLocked, "This account may lock no memory.");
        using var first = new SecretBytes(32);
        using var second = new SecretBytes(LockedPages.SlotSize);
        using var longer = new SecretBytes(LockedPages.SlotSize + 1);

        // Other tests of this process may have taken every slot: then a key has an array of its own.
        Assert.All([first, second], s => Assert.True(RowCase.Buffer(s).Array!.Length is var length && (length == Locked || length == s.Span.Length), $"{length}"));
        Assert.Equal(LockedPages.SlotSize + 1, RowCase.Buffer(longer).Array!.Length);
    }

    [Fact]
    public void No_two_slots_share_a_byte_and_all_lie_in_whole_pages()
    {
        var pages = LockedPages.Lock(1);
        Assert.SkipUnless(pages is not null, "This account may lock no memory.");
        var slots = new List<int>();
        while (pages.TryRent(out var at))
        {
            slots.Add(at);
        }

        Assert.Equal(Environment.SystemPageSize / LockedPages.SlotSize, slots.Count);
        Assert.All(slots.Zip(slots.Skip(1)), pair => Assert.True(pair.Second - pair.First >= LockedPages.SlotSize));
        Assert.InRange(slots[^1] + LockedPages.SlotSize, 0, slots[0] + Environment.SystemPageSize);
    }

    [Fact]
    public void A_slot_that_came_back_is_given_out_last_and_is_empty()
    {
        var pages = LockedPages.Lock(1);
        Assert.SkipUnless(pages is not null, "This account may lock no memory.");
        Assert.True(pages.TryRent(out var first));
        pages.Return(first);

        var given = new List<int>();
        while (pages.TryRent(out var at))
        {
            given.Add(at);
        }

        Assert.Equal(first, given[^1]);
        Assert.All(pages.Bytes, b => Assert.Equal(0, b));
    }

    [Fact]
    public void A_secret_gives_its_slot_back_once()
    {
        var many = Enumerable.Range(0, 2000).Select(_ => new SecretBytes(32)).ToList();
        var places = many.Select(RowCase.Buffer).Select(b => (b.Array, b.Offset)).ToList();
        many.ForEach(s => s.Dispose());
        many.ForEach(s => s.Dispose());

        Assert.Equal(many.Count, places.Distinct().Count());
        using var again = new SecretBytes(32);
        Assert.Equal(new byte[32], again.Span.ToArray());
    }
}
