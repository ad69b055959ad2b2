using IntakeBot.Cli;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Tests.Desk;

/// <summary>A server as a process of its own with thirty intakes, a simulated Telegram, and two staff members of one desk before their browsers.</summary>
internal sealed class DeskRig : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Said = new() { ["danger"] = "today", ["window"] = "any" };

    private DeskRig(DemoHotline hotline, DeskSeat first, DeskSeat second) => (Hotline, First, Second) = (hotline, first, second);

    public DemoHotline Hotline { get; }

    /// <summary>staff-1.</summary>
    public DeskSeat First { get; }

    /// <summary>staff-2.</summary>
    public DeskSeat Second { get; }

    public Questionnaire Questionnaire => QuestionnaireFolder.Read(Hotline.Keys.ConfigFolder).Value!;

    public Language Hers => Questionnaire.Languages.First(l => l.Tag == "ko");

    public static async Task<DeskRig> StartAsync()
    {
        var hotline = await DemoHotline.StartAsync(0, default, isSeeded: true);
        var seats = new List<DeskSeat>();
        try
        {
            seats.Add(await DeskSeat.TakeAsync(hotline, 0));
            seats.Add(await DeskSeat.TakeAsync(hotline, 1));
            return new(hotline, seats[0], seats[1]);
        }
        catch
        {
            foreach (var seat in seats)
            {
                await seat.DisposeAsync();
            }

            await hotline.DisposeAsync();
            throw;
        }
    }

    /// <summary>Somebody in danger today, who can look at any time, answers everything and takes her number.</summary>
    public async Task<DemoWalk> ComeAsync()
    {
        var her = new DemoWalk(Hotline.Phone.World.Join("Test"), Questionnaire, Hers) { Choose = OptionOf };
        await her.PassGateAsync();
        while (await her.StepAsync())
        {
        }

        await her.EndAsync();
        return her;
    }

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
        await Hotline.DisposeAsync();
    }

    private static int OptionOf(Question question) =>
        Said.TryGetValue(question.Id, out var said) ? question.Options.Index().First(o => o.Item.Id == said).Index : 0;
}
