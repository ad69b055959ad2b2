namespace IntakeBot.Core.Conversations;

/// <summary>Step numbers below 16: screens that need no row, so language and screen travel in the button and nothing is stored.</summary>
public static class Gate
{
    public const int Language = 0;
    public const int Safe = 1;
    public const int NotSure = 2;
    public const int Others = 3;
    public const int Limits = 4;
    public const int Consent = 5;
    public const int Cover = 6;
    public const int End = 7;
    public const int Done = 8;
    public const int OthersHow = 9;
    public const int Erase = 10;
    public const int Erased = 11;

    /// <summary>What may be read and done beside the questions; also each page that is read there.</summary>
    public const int Menu = 12;

    /// <summary>Countries, and then the numbers to call in one of them.</summary>
    public const int Numbers = 13;

    /// <summary>After Done, where another conversation was left for this one: its buttons lead back there.</summary>
    public const int WayBack = 14;

    /// <summary>Every page of a mailbox: which one it is, memory knows.</summary>
    public const int Mailbox = 15;

    /// <summary>The step of a conversation after consent is this plus the commits made.</summary>
    public const int Last = 15;

    /// <summary>True for a screen that stands before consent, or may.</summary>
    public static bool IsEarly(int step) => step is < Cover or OthersHow or Menu or Numbers;

    /// <summary>True for a screen to which a cover may lead before "safe now?" was answered with yes.</summary>
    public static bool IsBeforeYes(int step) => step is Cover or Safe or NotSure or Language or Menu or Numbers;

    /// <summary>True for a screen of a conversation that may still become an intake, or is one.</summary>
    public static bool LeadsOn(int step) => step is not (Cover or End or Done or Erased);
}
