using System.Security.Cryptography;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>Opens a memo, and believes it only where a member of the roster stands for it.</summary>
public static class MemoOpener
{
    /// <summary>Null for what is none, is for somebody else, or was not signed by who is at its author's place now.</summary>
    public static Memo? Open(EventRow row, Identity identity, byte rosterPlace, Roster roster)
    {
        if (row.Expires.Number < Format.EventDays || identity.EpochSecretOf(roster.EpochOf(row.Expires.Plus(-Format.EventDays))) is not { } secret
            || Stanza.Open(row.Box.AsSpan(0, Format.StanzaSize), secret, row.Place, rosterPlace) is not { } opened)
        {
            return null;
        }

        using var seed = opened;
        var content = new byte[MemoSealer.ContentSize];
        var key = MemoSealer.KeyOf(seed);
        try
        {
            return Aead.TryOpen(content, row.Box.AsSpan(Format.StanzaSize), row.Head(), key)
                && Memo.Decode(content.AsSpan(0, Memo.Size)) is { } memo
                && roster.Members.FirstOrDefault(m => m.Place == memo.Author) is { } author
                && author.SigningKey.Verifies(content.AsSpan(Memo.Size), MemoSealer.Purpose, MemoSealer.Signed(row.Place, rosterPlace, content.AsSpan(0, Memo.Size)))
                ? memo : null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
