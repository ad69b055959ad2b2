namespace IntakeBot.Desk;

public enum QueuePart
{
    /// <summary>Neither closed nor handed on.</summary>
    Open,
    Unassigned,
    Mine,

    /// <summary>A colleague's reply waits for a second member, and this one may be it.</summary>
    Approve,

    /// <summary>Answered, and she has not come back yet.</summary>
    Waiting,

    /// <summary>Somebody wanted to look at it again by today.</summary>
    Due,
    Children,

    /// <summary>Closed or handed on.</summary>
    Closed,
}
