namespace IntakeBot.Core.Exchange;

/// <summary>What a desk says at the end of each round: one byte, the same for every row, so that it tells of none.</summary>
public enum Acknowledgement
{
    /// <summary>Something that the server lists is still to be fetched.</summary>
    NotYet = 0,

    /// <summary>The desk holds every row that was listed in this round.</summary>
    Everything = 1,
}
