namespace IntakeBot.Core.Sealing;

/// <summary>Numbers of format version 1 that several parts share; docs/seal-format.md is their source.</summary>
public static class Format
{
    public const byte Version = 1;

    /// <summary>S00 to S15, M, R1 to R3.</summary>
    public const int SlotCount = 20;

    /// <summary>nonce 24 + 31 payload bytes padded to 32 + tag 16.</summary>
    public const int SlotSize = 72;

    /// <summary>nonce 24 + 279 payload bytes padded to 280 + tag 16.</summary>
    public const int NoteSize = 320;

    /// <summary>nonce 24 + 896 + tag 16.</summary>
    public const int BlobSize = 936;

    /// <summary>X-Wing ciphertext 1120 + nonce 24 + seed 32 + tag 16.</summary>
    public const int StanzaSize = 1192;

    /// <summary>nonce 24 + 256 + tag 16.</summary>
    public const int MailboxBoxSize = 296;

    /// <summary>X-Wing ciphertext 1120 + nonce 24 + 959 payload bytes padded to 960 + tag 16.</summary>
    public const int ReplySize = 2120;

    /// <summary>Every mailbox has as many, whatever was answered.</summary>
    public const int RepliesKept = 3;

    /// <summary>nonce 24 + event 2608 + signature 64 + tag 16: makes the row as long as a hot one.</summary>
    public const int EventBoxSize = 2712;

    /// <summary>After the day on which it was written: as long as an intake may be kept, so that no counter goes before the intake does.</summary>
    public const int EventDays = 180;

    /// <summary>How far the clock of who wrote it may be ahead.</summary>
    public const int EventDaysAhead = 1;

    /// <summary>Last days of a reply: unread, and after it was first shown.</summary>
    public const int ReplyDaysUnread = 30;

    public const int ReplyDaysShown = 3;

    /// <summary>How old a reply may be when it is put: a second member has to read it first. And how far a clock may be behind.</summary>
    public const int ReplyDaysWaiting = 7;

    public const int ReplyDaysAhead = 1;

    public const int ReplySignatures = 2;

    /// <summary>A mailbox is kept so long after it was last written.</summary>
    public const int MailboxDays = 90;

    /// <summary>As long as an intake may be kept anywhere: so long desks and restores can learn that it was erased.</summary>
    public const int TombstoneDays = 180;

    /// <summary>At most, after the day on which an intake began. The same for all that began on a day.</summary>
    public const int DaysKept = 30;
}
