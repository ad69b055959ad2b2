using System.Text;

namespace IntakeBot.Tests.Proof;

/// <summary>What a thousand people leave in the files of the real server.</summary>
public sealed class LeakTests
{
    private const int People = 1000;
    private const int AtOnce = 24;

    [Fact]
    public async Task Nothing_of_a_thousand_people_stands_in_anything_that_the_server_writes()
    {
        await using var hotline = await LeakHotline.StartAsync();
        Assert.Equal(People, await hotline.ComeAsync(People, AtOnce, TimeSpan.FromMinutes(5)));
        await hotline.CollectAsync();
        await hotline.KillAsync();
        var index = hotline.Needles.Close();

        Assert.InRange(hotline.Opened, People * 3 / 4, People);
        Assert.All(Enum.GetValues<LeakKind>(), kind => Assert.True(index.Of(kind) > 0, $"nothing to search for: {kind}"));
        Assert.All(Enum.GetValues<LeakPlace>(), place =>
        {
            var search = hotline.Search(place, index);
            Assert.True(search.Bytes > 0 || place == LeakPlace.Temporary, $"nothing to search in: {place}");
            Assert.Equal(place == LeakPlace.Questions ? [LeakKind.OptionId, LeakKind.Label] : [], search.ByKind().Keys.Order());
        });
        AssertFindsWhatIsPlanted(hotline);
    }

    /// <summary>In the very files that held nothing.</summary>
    private static void AssertFindsWhatIsPlanted(LeakHotline hotline)
    {
        var needles = new LeakNeedles();
        var planted = LeakEncodings.All.Values.Select(encode => (Encode: encode, Secret: Encoding.ASCII.GetBytes(LeakMarker.Word()))).ToList();
        planted.ForEach(p => needles.Add(LeakKind.TypedText, p.Secret));
        var index = needles.Close();
        foreach (var place in Enum.GetValues<LeakPlace>().Where(p => p != LeakPlace.Questions))
        {
            Assert.Equal(0, hotline.Search(place, index).Found);
            using (var file = new FileStream(hotline.PlantIn(place), FileMode.Append))
            {
                planted.ForEach(p => file.Write([0, .. p.Encode(p.Secret), 0]));
            }

            Assert.Equal(planted.Count, hotline.Search(place, index).Found);
        }
    }
}
