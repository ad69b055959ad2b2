namespace IntakeBot.Core.Conversations;

/// <summary>What may move a conversation.</summary>
internal enum Trigger
{
    Start,
    Hide,
    Pick,
    Yes,
    NotSure,
    Continue,
    Consent,
    Again,
    Answer,
    Toggle,
    Skip,
    Back,
    Next,
    Done,
    Note,
    Language,
    Erase,
    EraseYes,
    More,
    Numbers,
    Read,
}
