using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>The store's files in the data folder, and what the engine keeps in them, field by field.</summary>
internal static class StoredFiles
{
    private static readonly string Cold = RowDocument.Collection(RowKind.Cold);
    private static readonly string Hot = RowDocument.Collection(RowKind.Hot);
    private static readonly string Mail = RowDocument.Collection(RowKind.Mailbox);
    private static readonly string Tomb = RowDocument.Collection(RowKind.Tombstone);
    private static readonly string Event = RowDocument.Collection(RowKind.Event);

    public static IReadOnlyList<StoredThing> All { get; } =
    [
        Field(Cold, RowDocument.Id, Kept.RandomNames, "the row's place"),
        Field(Cold, RowDocument.Version, Kept.RandomNames, "its version"),
        Field(Cold, RowDocument.Expires, Kept.LastDay, "its last day"),
        Field(Cold, RowDocument.Row, Kept.StaffKeys, "the cold row, encoded"),
        Field(Hot, RowDocument.Id, Kept.RandomNames, "the row's place"),
        Field(Hot, RowDocument.Version, Kept.RandomNames, "its version"),
        Field(Hot, RowDocument.Expires, Kept.LastDay, "its last day"),
        Field(Hot, RowDocument.Door, Kept.OpenConversation, "its door"),
        Field(Hot, RowDocument.Row, Kept.SealedAnswers, "the hot row, encoded"),
        Field(Mail, RowDocument.Id, Kept.Replies, "the mailbox's place"),
        Field(Mail, RowDocument.Version, Kept.Replies, "its version"),
        Field(Mail, RowDocument.Expires, Kept.Replies, "its last day"),
        Field(Mail, RowDocument.Tag, Kept.Replies, "its tag"),
        Field(Mail, RowDocument.Row, Kept.Replies, "the mailbox, encoded"),
        Field(Tomb, RowDocument.Id, Kept.Tombstone, "the place that the erased intake or mailbox had"),
        Field(Tomb, RowDocument.Version, Kept.Tombstone, "its version"),
        Field(Tomb, RowDocument.Expires, Kept.Tombstone, "its last day"),
        Field(Tomb, RowDocument.Row, Kept.Tombstone, "the tombstone, encoded"),
        Field(Event, RowDocument.Id, Kept.CaseEvents, "the event's place"),
        Field(Event, RowDocument.Version, Kept.CaseEvents, "its version"),
        Field(Event, RowDocument.Expires, Kept.CaseEvents, "its last day"),
        Field(Event, RowDocument.Row, Kept.CaseEvents, "the case event, encoded"),
        Field(StoreEngine.Meta, RowDocument.Id, Kept.NothingOfHers, "always 1"),
        Field(StoreEngine.Meta, StoreEngine.SchemaVersion, Kept.NothingOfHers, "the schema's number"),
        File(StoreFolder.DataName, Kept.SealedAnswers, "the database; its head also says when it was made"),
        File(StoreFolder.LogName, Kept.SealedAnswers, "what is on its way into the database; empty in between"),
        File(StoreFolder.LockName, Kept.NothingOfHers, "empty; held by the one server"),
        File(StoreFolder.MadeName, Kept.NothingOfHers, "says that a store was here"),
        File($"{StoreFolder.ProbeName}PID", Kept.NothingOfHers, "empty or zeros; shows once a minute that the folder can be written") with { IsPassing = true },
        File(StoredSocket.FileName, Kept.NothingOfHers, "holds nothing: where the operator's own verbs reach the server that runs"),
        File($"{SchemaUpgrade.Beside}/{StoreFolder.DataName}", Kept.SealedAnswers, "a copy of the database, while a newer program tries what it is about to change") with { IsPassing = true },
        File($"{StoreRestore.Beside}/{StoreFolder.DataName}", Kept.SealedAnswers, "the database that is being restored, until it is whole") with { IsPassing = true },
        File(ErasedBook.FileName, Kept.Tombstone, "the tombstones once more, encoded, for the case that an older database is put back"),
        File(DayBook.FileName, Kept.NothingOfHers, "when the server last ran, up to which day doors are closed, how many days rows are kept"),
        File(PlaceBook.FileName, Kept.NothingOfHers, "the staff's signing keys, by place of the roster"),
        File($"NAME.RANDOM{WholeFile.Unfinished}", Kept.NothingOfHers, "one of the small files, half written") with { IsPassing = true },
    ];

    private static StoredThing Field(string collection, string name, Kept kept, string what) => new(StoredIn.Database, $"{collection}.{name}", kept, what);

    private static StoredThing File(string name, Kept kept, string what) => new(StoredIn.File, name, kept, what);
}
