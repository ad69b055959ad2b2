using IntakeBot.Phone;
using IntakeBot.Tests.Support;
using LiteDB;

namespace IntakeBot.Tests.Journeys;

/// <summary>A new version of the program comes while people are in the middle.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task An_upgrade_while_conversations_are_open_loses_none()
    {
        await using var hotline = await TestHotline.StartAsync();
        var people = new List<PhonePerson>();
        foreach (var name in (string[])["One", "Two", "Three"])
        {
            var person = hotline.World.Join(name);
            person.Start();
            await person.TapAsync([.. Walks.Gate, "Not now"]);
            await person.SeeAsync("Who needs help?");
            people.Add(person);
        }

        await hotline.StopServerAsync();
        using (var lite = new LiteDatabase(Path.Combine(hotline.DataFolder, "intakes.db")))
        {
            _ = lite.GetCollection("meta").Update(new BsonDocument { ["_id"] = 1, ["version"] = 1 });
            _ = lite.DropCollection("mail");
            lite.Checkpoint();
        }

        await hotline.StartServerAsync();

        foreach (var person in people)
        {
            // The orderly stop has covered her screen.
            await person.TapAsync("↻", "Yes, I am alone", "Me and my child");
            await person.SeeAsync("How old");
            _ = await person.SkipTheRestAsync();
            await person.SeeAsync("Your answers are with us");
        }

        Assert.Equal(3, hotline.AllAnswers().Count);
        Assert.All(hotline.AllAnswers(), a => Assert.Equal(("not_now", "me_and_child"), (a["danger"], a["who"])));
    }
}
