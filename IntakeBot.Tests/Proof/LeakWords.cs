namespace IntakeBot.Tests.Proof;

/// <summary>The words of a page for what was searched, and where.</summary>
internal static class LeakWords
{
    public static string Of(LeakKind kind) => kind switch
    {
        LeakKind.Name => "names",
        LeakKind.AccountId => "account ids (in three forms)",
        LeakKind.TypedText => "typed words",
        LeakKind.Note => "notes",
        LeakKind.Code => "receipt codes (in three forms)",
        LeakKind.BotToken => "bot token",
        LeakKind.CallbackData => "callback_data",
        LeakKind.Locator => "L",
        LeakKind.StepKey => "k",
        LeakKind.Seed => "seeds",
        LeakKind.SlotKey => "slot keys",
        LeakKind.OptionId => "option ids",
        LeakKind.Label => "labels",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(LeakPlace place) => place switch
    {
        LeakPlace.Data => "the data folder",
        LeakPlace.Questions => "the questions served, which hold ids and labels and nothing else",
        LeakPlace.Log => "the log",
        LeakPlace.Temporary => "temporary files",
        LeakPlace.Metrics => "/metrics",
        LeakPlace.Backup => "a backup",
        LeakPlace.OpenedBackup => "the same backup, opened with its key",
        _ => throw new ArgumentOutOfRangeException(nameof(place)),
    };
}
