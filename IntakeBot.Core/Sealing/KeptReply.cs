namespace IntakeBot.Core.Sealing;

/// <summary>One of the sealed replies of a mailbox and the last day on which it is kept. Most are throw-away ones, with a day like the others.</summary>
public sealed record KeptReply(Day LastDay, SealedReply Reply)
{
    internal const int Size = Day.Size + Format.ReplySize;
}
