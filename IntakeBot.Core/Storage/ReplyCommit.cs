using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>Puts a reply into its mailbox whoever else writes there meanwhile. Whether it may be put was asked before.</summary>
public static class ReplyCommit
{
    /// <summary>True also where it stands there already, and then nothing is written. False where there is no such mailbox.</summary>
    public static async Task<bool> PutAsync(SealedStore store, SignedReply reply, Day today)
    {
        while (store.Find<Mailbox>(reply.Mailbox) is { } row)
        {
            if (row.Replies.Any(kept => kept.Reply.Bytes.SequenceEqual(reply.Reply.Bytes))
                || await store.CommitAsync(new Change().Put(row.WithReply(reply.Reply, today), row.Version)))
            {
                return true;
            }
        }

        return false;
    }
}
