using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

/// <summary>An intake with a code, opened by its staff, and a roster in which Ada is at place 0 and Ben at place 2.</summary>
internal sealed class EventCase : IDisposable
{
    public const byte Ada = 0;
    public const byte Ben = 2;

    public EventCase()
    {
        Roster = Setup.Good();
        Key = KeyOf(Letters.Intake);
    }

    public MailboxCase Letters { get; } = new();

    public RosterSetup Setup { get; } = new();

    public Roster Roster { get; set; }

    public CaseKey Key { get; }

    public static CaseKey KeyOf(RowCase intake) =>
        Assert.IsType<Opening.Opened>(IntakeOpener.Open(intake.Cold, intake.Hot, intake.Staff, RowCase.StaffPlace)).Case;

    public static CaseEvent Made(EventBody body, byte author = Ada, ushort counter = 0, params EventHash[] parents) => new()
    {
        Author = author,
        Counter = counter,
        Minute = (uint)RosterSetup.Today.Number * 24 * 60,
        Parents = parents,
        Body = body,
    };

    public static EventBody Note(string text) => EventBody.Noted.Of(text)!;

    public SigningKey SigningOf(byte author) => (author == Ada ? Setup.Ada : Setup.Ben).Signing;

    public EventRow Seal(CaseEvent made, SigningKey? by = null, CaseKey? key = null) =>
        EventSealer.Seal(made, key ?? Key, by ?? SigningOf(made.Author), RosterSetup.Today).Row;

    public EventRow Seal(string note, byte author = Ada, ushort counter = 0) => Seal(Made(Note(note), author, counter));

    public EventOpening Open(EventRow row, CaseKey? key = null) => EventOpener.Open(row, key ?? Key, Roster);

    public KnownEvent Known(EventRow row) => Assert.IsType<EventOpening.Opened>(Open(row)).Known;

    public ReplyDraft Draft(byte author, string text = "Come back on Friday.") =>
        ReplyDraft.Write(MailboxCase.Text(text), Letters.Row.Key, Letters.SlotOf(Slot.Mailbox), RosterSetup.Today, author, SigningOf(author))!;

    public void Dispose()
    {
        Key.Dispose();
        Letters.Dispose();
        Setup.Dispose();
    }
}
