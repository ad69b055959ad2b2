using IntakeBot.Core.Hotline;

namespace IntakeBot.Messenger;

/// <summary>What is to be done in one chat, all at once. Owned by its line until it is taken, then by the courier.</summary>
internal sealed class Work
{
    /// <summary>Null: the screen stays as it is.</summary>
    public Drawing? Drawing { get; set; }

    /// <summary>A cover: goes first, is never given up.</summary>
    public bool Hides { get; set; }

    /// <summary>The drawing may replace a screen that is known, but be no new message: nobody is written to unasked.</summary>
    public bool OnlyEdits { get; set; }

    /// <summary>All others are drawn before.</summary>
    public bool IsPatient { get; set; }

    public Turn Turn => Hides ? Turn.First : IsPatient ? Turn.Last : Turn.Usual;

    /// <summary>When the newest of it was asked for, as a timestamp.</summary>
    public long Asked { get; set; }

    /// <summary>When the oldest of it was asked for, as a timestamp; 0: it was not asked for.</summary>
    public long Oldest { get; set; }

    /// <summary>How often in a row drawing has failed.</summary>
    public int Tries { get; set; }

    public List<int> Delete { get; } = [];

    public List<string> Callbacks { get; } = [];

    /// <summary>Cancelled when a Hide comes after it was taken.</summary>
    public CancellationToken Overtaken { get; set; }

    /// <summary>Telegram calls a press too old, at the first try to answer it.</summary>
    public bool WasTooOld { get; set; }

    /// <summary>Its result is <see cref="WasTooOld"/>.</summary>
    public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsEmpty => Drawing is null && Delete.Count == 0 && Callbacks.Count == 0;

    public void Finish() => Done.TrySetResult(WasTooOld);
}
