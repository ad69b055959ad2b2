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

    /// <summary>The same for every intake.</summary>
    public const int DaysKept = 30;
}
