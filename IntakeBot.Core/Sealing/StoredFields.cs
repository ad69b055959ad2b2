namespace IntakeBot.Core.Sealing;

/// <summary>What stands in the encoded rows, property by property.</summary>
internal static class StoredFields
{
    public static IReadOnlyList<StoredThing> All { get; } =
    [
        Of(nameof(SealedRow), nameof(SealedRow.Kind), Kept.NothingOfHers, "which kind of row it is"),
        Of(nameof(SealedRow), nameof(SealedRow.Place), Kept.RandomNames, "the intake's random id, drawn at consent"),
        Of(nameof(SealedRow), nameof(SealedRow.Version), Kept.RandomNames, "drawn anew at every write"),
        Of(nameof(SealedRow), nameof(SealedRow.Expires), Kept.LastDay, "the last day on which it is kept"),
        Of(nameof(ColdRow), nameof(ColdRow.Epoch), Kept.StaffKeys, "which period's keys of the staff open it"),
        Of(nameof(ColdRow), nameof(ColdRow.Places), Kept.StaffKeys, "how many stanzas there are: the same for every intake of a roster"),
        Of(nameof(ColdRow), nameof(ColdRow.Stanzas), Kept.StaffKeys, "the intake's seed, sealed to each member of staff"),
        Of(nameof(ColdRow), nameof(ColdRow.RemoveHash), Kept.RandomNames, "tells who has opened it and may remove it"),
        Of(nameof(ColdRow), nameof(ColdRow.ExtendHash), Kept.RandomNames, "tells who has opened it and may seal it to a colleague"),
        Of(nameof(HotRow), nameof(HotRow.Door), Kept.OpenConversation, "what a button finds it by, hashed with the server's key; random once it is over"),
        Of(nameof(HotRow), nameof(HotRow.Blob), Kept.OpenConversation, "where she is in the questions, and her number until she has it, under a key in her buttons; random once it is over"),
        Of(nameof(HotRow), nameof(HotRow.Slots), Kept.SealedAnswers, "answers, language and day, sealed"),
        Of(nameof(HotRow), nameof(HotRow.Note), Kept.SealedAnswers, "the note, sealed; empty looks the same"),
        Of(nameof(Mailbox), nameof(Mailbox.Tag), Kept.Replies, "what her number finds it by, derived with the server's key"),
        Of(nameof(Mailbox), nameof(Mailbox.Key), Kept.Replies, "what staff seal replies to"),
        Of(nameof(Mailbox), nameof(Mailbox.Box), Kept.Replies, "where her intake is and what she may add to it, sealed to her number"),
        Of(nameof(Mailbox), nameof(Mailbox.Replies), Kept.Replies, "always three, sealed to her number; throw-away ones look the same"),
        Of(nameof(KeptReply), nameof(KeptReply.LastDay), Kept.Replies, "the last day on which the reply is kept"),
        Of(nameof(KeptReply), nameof(KeptReply.Reply), Kept.Replies, "the reply, sealed"),
        Of(nameof(EventRow), nameof(EventRow.Box), Kept.CaseEvents, "one thing that staff did or noted, sealed; nothing says for which intake"),
        Of(nameof(Tombstone), nameof(Tombstone.Erased), Kept.Tombstone, "the day on which she erased, told by the last day"),
    ];

    private static StoredThing Of(string row, string property, Kept kept, string what) => new(StoredIn.Row, $"{row}.{property}", kept, what);
}
