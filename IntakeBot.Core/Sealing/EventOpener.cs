using System.Security.Cryptography;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>Opens a case event, and believes it only where its author stands for it.</summary>
public static class EventOpener
{
    public static EventOpening Open(EventRow row, CaseKey key, Roster roster)
    {
        var content = new byte[Format.EventBoxSize - Aead.Overhead];
        try
        {
            return Aead.TryOpen(content, row.Box, row.Head(), key.Box)
                && CaseEvent.Decode(content.AsSpan(0, CaseEvent.Size)) is { } read
                && row.Place == key.PlaceOf(read.Author, read.Counter)
                && IsWholeDraft(read)
                && IsVerified(read, key.Signed(content.AsSpan(0, CaseEvent.Size)), content.AsSpan(CaseEvent.Size), roster) is { } isVerified
                ? new EventOpening.Opened(new(key.HashOf(content.AsSpan(0, CaseEvent.Size)), read, isVerified))
                : new EventOpening.Damaged();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
        }
    }

    /// <summary>
    /// Null: the signature is not of who should have signed. False: nobody can tell, because the author's place is free, or its member came after
    /// the event says that it was written.
    /// </summary>
    private static bool? IsVerified(CaseEvent read, byte[] signed, ReadOnlySpan<byte> signature, Roster roster)
    {
        if (roster.Members.FirstOrDefault(m => m.Place == read.Author) is not { } member)
        {
            return false;
        }

        return member.SigningKey.Verifies(signature, EventSealer.Purpose, signed) ? true : Day.Of(read.At) < member.Since ? false : null;
    }

    /// <summary>A draft under another name, or of another author, would be sent or withdrawn in the stead of the one that was read.</summary>
    private static bool IsWholeDraft(CaseEvent read) =>
        read.Body is not EventBody.ReplyDrafted drafted || ReplyDraft.Of(drafted) is { } draft && draft.Author.RosterPlace == read.Author;
}
