using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Core.Hotline;

/// <summary>
/// Everything that the server writes and that outlives it, down to the field. What a person is told is kept comes from here, and tests
/// hold it against the files of a real server: what is written and not listed fails them, and what is listed and not written.
/// </summary>
public static class StoredThings
{
    public static IReadOnlyList<StoredThing> All { get; } = [.. StoredFields.All, .. StoredFiles.All, .. ShelfFolder.Files, RosterPin.File, .. ExchangeLogFolder.Files];
}
