using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Hotline;

/// <summary>A receipt code that was typed, on its way through the gate and Argon2id. Holds no digit of it.</summary>
public sealed class TypedCode
{
    internal TypedCode(CodeVerdict verdict, Task<OpenedMailbox?>? opening, (Pair Pair, byte Language, int Step)? chatShowed) =>
        (Verdict, Opening, ChatShowed) = (opening is null && verdict is CodeVerdict.Admitted ? CodeVerdict.Busy : verdict, opening, chatShowed);

    /// <summary>Ends when what it opens can be shown; never fails.</summary>
    public Task Ready => Opening?.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default) ?? Task.CompletedTask;

    internal CodeVerdict Verdict { get; }

    internal Task<OpenedMailbox?>? Opening { get; }

    /// <summary>The screen that stood in the chat: behind a cover that came since, nothing is drawn.</summary>
    internal (Pair Pair, byte Language, int Step)? ChatShowed { get; }

    public override string ToString() => nameof(TypedCode);
}
