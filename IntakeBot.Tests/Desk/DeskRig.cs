using IntakeBot.Cli;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Tests.Desk;

/// <summary>A server as a process of its own with thirty intakes, a simulated Telegram, and two staff members of one desk before their browsers.</summary>
internal sealed class DeskRig : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Said = new() { ["danger"] = "today", ["window"] = "any" };

    private readonly DeskSeat[] _seats;

    private DeskRig(DemoHotline hotline, DeskSeat[] seats) => (Hotline, _seats) = (hotline, seats);

    public DemoHotline Hotline { get; }

    /// <summary>staff-1.</summary>
    public DeskSeat First => _seats[0];

    /// <summary>staff-2.</summary>
    public DeskSeat Second => _seats[1];

    public Questionnaire Questionnaire => QuestionnaireFolder.Read(Hotline.Keys.ConfigFolder).Value!;

    public Language Hers => Questionnaire.Languages.First(l => l.Tag == "ko");

    /// <summary>Neither the bot's pace nor its limits: nobody here asks how fast it is, and who walks need not wait.</summary>
    public static async Task<DeskRig> StartAsync(int seats = 2)
    {
        var hotline = await DemoHotline.StartAsync(0, default, isSeeded: true);
        hotline.Server.Environment["INTAKEBOT__Telegram__DrawsPerSecond"] = "0";
        hotline.Server.Environment["INTAKEBOT__Floods__PressesPerSecond"] = "0";
        var taken = new Task<DeskSeat>[seats];
        try
        {
            await hotline.Server.RestartAsync(default);
            for (var member = 0; member < seats; member++)
            {
                var at = member;
                taken[at] = Task.Run(() => DeskSeat.TakeAsync(hotline, at));
            }

            return new(hotline, await Task.WhenAll(taken));
        }
        catch
        {
            foreach (var seat in taken.Where(t => t is { IsCompletedSuccessfully: true }))
            {
                await (await seat).DisposeAsync();
            }

            await hotline.DisposeAsync();
            throw;
        }
    }

    /// <summary>Somebody in danger today, who can look at any time, answers everything and takes her number.</summary>
    public Task<DemoWalk> ComeAsync() => ComeAsync(Hotline);

    /// <summary>The same at any hotline.</summary>
    public static async Task<DemoWalk> ComeAsync(DemoHotline hotline)
    {
        var questionnaire = QuestionnaireFolder.Read(hotline.Keys.ConfigFolder).Value!;
        var her = new DemoWalk(hotline.Phone.World.Join("Test"), questionnaire, questionnaire.Languages.First(l => l.Tag == "ko")) { Choose = OptionOf };
        await her.PassGateAsync();
        while (await her.StepAsync())
        {
        }

        await her.EndAsync();
        return her;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var seat in _seats)
        {
            await seat.DisposeAsync();
        }

        await Hotline.DisposeAsync();
    }

    private static int OptionOf(Question question) =>
        Said.TryGetValue(question.Id, out var said) ? question.Options.Index().First(o => o.Item.Id == said).Index : 0;
}
