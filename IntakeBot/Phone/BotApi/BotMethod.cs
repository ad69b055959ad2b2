namespace IntakeBot.Phone;

/// <summary>A method's name as Telegram documents it and what it does.</summary>
internal sealed record BotMethod(string Name, Func<BotCall, ValueTask<BotReply>> RunAsync)
{
    public BotMethod(string name, Func<BotCall, BotReply> run)
        : this(name, call => ValueTask.FromResult(run(call)))
    {
    }
}
