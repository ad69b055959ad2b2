namespace IntakeBot.Core.Conversations;

/// <summary>Where a conversation stands. Before consent, and after Done, the button alone knows it; between them, the blob.</summary>
internal enum State
{
    Language,
    Safe,
    NotSure,
    Others,
    OthersHow,
    Limits,
    Consent,
    Asking,
    Danger,
    Finish,
    Done,
    Cover,
    End,
    Erase,
    Erased,
    Menu,
    Numbers,
    Complaint,
    Code,
    WayBack,
    Answers,
    Own,
    Adding,
    AddedDanger,
    EraseAll,
    NewCode,
}
