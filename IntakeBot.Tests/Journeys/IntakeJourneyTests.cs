using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

public sealed class IntakeJourneyTests
{
    [Fact]
    public async Task A_whole_intake_in_English_is_opened_as_it_was_pressed()
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("Test");

        person.Start();
        await person.TapAsync("English", "Yes, I am alone", "Go on", "I understand, start");
        await person.TapAsync("In the next days", "Me and my child", "18 or more", "Needs medicine", "Only with someone", "Done");
        await person.SeeAsync("Your answers are with us");

        Assert.Single(person.Screen);
        Assert.Equal(
            new Dictionary<string, string> { ["danger"] = "days", ["who"] = "me_and_child", ["age"] = "adult", ["health"] = "medicine", ["free"] = "with_someone" },
            hotline.OnlyAnswers());
    }
}
