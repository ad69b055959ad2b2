using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

public sealed class RecoverySheetTests
{
    [Fact]
    public void The_vector_of_the_document_is_what_it_says()
    {
        using var sheet = SheetText.Read("vector", string.Join('\n', Document("words of line")), [])!;
        using var identity = sheet.Identity(0);

        Assert.Equal((11u, 23u), (sheet.FirstEpoch, sheet.LastEpoch));
        Assert.Equal(Document("words of line").AsEnumerable(), SheetText.Of(sheet));
        Assert.Equal(Document("X-Wing seed of epoch"), new[] { 11u, 12u }.Select(e => Convert.ToHexStringLower(identity.EpochSecretOf(e)!.Seed)));
        Assert.Equal(Assert.Single(Document("Ed25519 seed")), Convert.ToHexStringLower(identity.Signing.Seed));
    }

    [Fact]
    public void It_opens_its_first_epoch_and_later_ones_until_the_last_that_is_stated()
    {
        using var sheet = RecoverySheet.Draw(7, 13);
        using var whole = sheet.Identity(0);
        using var later = sheet.Identity(15);
        using var over = sheet.Identity(20);

        Assert.Equal(Enumerable.Range(7, 13).Select(e => (uint)e), whole.Epochs);
        Assert.Equal(Enumerable.Range(15, 5).Select(e => (uint)e), later.Epochs);
        Assert.Empty(over.Epochs);
        Assert.All(later.Epochs, e => Assert.Equal(whole.EpochSecretOf(e)!.Seed, later.EpochSecretOf(e)!.Seed));
        Assert.Equal(13, whole.Epochs.Select(e => Convert.ToHexString(whole.EpochSecretOf(e)!.Seed)).Distinct().Count());
    }

    [Fact]
    public void The_later_sheet_is_the_same_member_without_the_earlier_epochs()
    {
        using var sheet = RecoverySheet.Draw(7, 13);
        using var later = sheet.Forward(10, 20);
        using var before = sheet.Identity(0);
        using var after = later.Identity(0);

        Assert.Equal(sheet.Public, later.Public);
        Assert.Equal((10u, 29u), (later.FirstEpoch, later.LastEpoch));
        Assert.Equal(10u, after.Epochs.First());
        Assert.All(before.Epochs.Where(e => e >= 10), e => Assert.Equal(before.EpochSecretOf(e)!.Seed, after.EpochSecretOf(e)!.Seed));
        Assert.Empty(SheetText.Of(sheet).Take(4).Intersect(SheetText.Of(later)));
    }

    [Fact]
    public void No_sheet_is_made_that_goes_back_or_states_more_than_an_identity_holds()
    {
        using var sheet = RecoverySheet.Draw(7, 64);
        using var identity = sheet.Identity(0);

        Assert.Equal(64, identity.Epochs.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => sheet.Forward(6, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => RecoverySheet.Draw(7, 65));
        Assert.Throws<ArgumentOutOfRangeException>(() => RecoverySheet.Draw(7, 0));
    }

    [Fact]
    public void It_says_nothing_of_itself()
    {
        using var sheet = RecoverySheet.Draw(7, 13);

        Assert.Equal(nameof(RecoverySheet), sheet.ToString());
    }

    /// <summary>The values of the document's rows that begin so.</summary>
    private static string[] Document(string what) =>
    [
        .. File.ReadLines(Support.Repository.Path("docs", "seal-format-keys.md"))
            .Where(l => l.StartsWith($"| {what}", StringComparison.Ordinal)).Select(l => l.Split('|')[2].Trim().Trim('`')),
    ];
}
