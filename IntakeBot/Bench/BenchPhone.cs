using System.Globalization;
using System.Text.Json;
using IntakeBot.Phone;

namespace IntakeBot.Bench;

/// <summary>The process that simulates Telegram and its people. Told what to do line by line; ends with its standard input.</summary>
internal static class BenchPhone
{
    public const string Polled = "polled";
    public const string Gate = "gate";
    public const string Answers = "answers";
    public const string Pressed = "pressed";

    public static async Task RunAsync(int people, TimeSpan think, CancellationToken stop)
    {
        await using var phone = await PhoneServer.StartAsync(new PhoneOptions(), stop);
        var crowd = new Crowd(phone.World, people, think);
        Console.WriteLine(phone.Address);
        while (await Console.In.ReadLineAsync(stop) is { } line)
        {
            Console.WriteLine(await AnswerAsync(line.Split(' '), crowd, phone.World, stop));
        }
    }

    private static async Task<string> AnswerAsync(string[] words, Crowd crowd, PhoneWorld world, CancellationToken stop)
    {
        switch (words)
        {
            case [Polled]:
                while (!world.Bot.IsPolled)
                {
                    await Task.Delay(2, stop);
                }

                return Polled;
            case [Gate, var seconds]:
                return Json(await crowd.GateAsync(Seconds(seconds)));
            case [Answers, var seconds]:
                return Json(await crowd.AnswerAsync(Seconds(seconds)));
            default:
                return string.Join(' ', crowd.Pressed);
        }
    }

    private static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture));

    private static string Json(PhaseResult result) => JsonSerializer.Serialize(result, BenchJson.Lines.PhaseResult);
}
