using IntakeBot.Core.Hotline;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Questionnaires;

/// <summary>What an open conversation finds on the shelf after the words were changed under it.</summary>
public sealed class ShelfWordsTests : IDisposable
{
    private static readonly Day Today = new(20_000);

    private readonly TempFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void Quiet_words_of_yesterday_are_kept_and_shown()
    {
        using var folder = SmallFolder.WithQuiet();
        var hash = Open(folder, Today).CurrentHash;
        folder.Plant(SmallFolder.Quiet, "Free now?", "Free today?");

        var shelf = Open(folder, Today.Plus(1)).InWords(WordPack.Quiet);

        Assert.NotEqual(hash, shelf.CurrentHash);
        Assert.Equal("Free today?", shelf.Find(shelf.CurrentHash.Span)!.Languages[0].Screens[ScreenName.Safe]);
        Assert.Equal("Free now?", shelf.Find(hash.Span)!.Languages[0].Screens[ScreenName.Safe]);
    }

    [Fact]
    public void A_questionnaire_from_before_there_were_quiet_words_is_still_found()
    {
        using var folder = new SmallFolder();
        var hash = Open(folder, Today).CurrentHash;
        using var later = SmallFolder.WithQuiet();

        var shelf = Open(later, Today.Plus(1)).InWords(WordPack.Quiet);

        Assert.Equal("Alone?", shelf.Find(hash.Span)!.Languages[0].Screens[ScreenName.Safe]);
    }

    private Shelf Open(SmallFolder folder, Day day) => new ShelfFolder(_data.Path).Open(folder.Read().Value!, folder.Root, day);
}
