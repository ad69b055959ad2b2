using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

public sealed class StorageDoorTests
{
    [Fact]
    public async Task After_the_doors_are_closed_an_old_button_brings_the_end_and_staff_still_read()
    {
        await using var hotline = await TestHotline.StartAsync();
        var english = ShippedQuestionnaire.Value.Languages.First(l => l.Name == "English");
        var person = hotline.World.Join("Test");
        person.Start();
        await person.TapAsync("English", "Yes, I am alone", "Only on this one", "Go on", "I understand, start", "Not now", "Someone else");
        var row = hotline.Store.Find<HotRow>(Assert.Single(hotline.Store.Manifest(RowKind.Hot, null, 9)).Place)!;

        Assert.Equal(1, await hotline.Store.CloseDoorsAsync(after: null, Day.Today(TimeProvider.System), Format.DaysKept));
        await person.TapAsync("Under 18");
        await person.SeeAsync(english.Screens[ScreenName.End].Trim());

        Assert.Equal(["not_now", "someone_else", ""], hotline.OnlyAnswers().Take(3).Select(a => a.Value));
        Assert.All(Directory.GetFiles(hotline.DataFolder, "intakes*.db"), file => Assert.Equal(-1, Read(file).AsSpan().IndexOf(row.Blob.AsSpan(0, 24))));
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
