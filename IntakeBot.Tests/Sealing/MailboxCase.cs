using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

/// <summary>An intake whose person is done and was given a code.</summary>
internal sealed class MailboxCase : IDisposable
{
    public MailboxCase()
    {
        Prepared = PreparedCode.Make(Intake.Server, ArgonProfile.Tiny);
        using var blob = Intake.Open();
        var next = Intake.Key.Next();
        (Hot, Row) = new IntakeSealer(Intake.Server).GiveCode(Intake.Hot, blob, Intake.Walk, Done(), Prepared, next, RowCase.Today);
        Key = next;
    }

    public RowCase Intake { get; } = new();

    public PreparedCode Prepared { get; }

    public HotRow Hot { get; private set; }

    public Mailbox Row { get; private set; }

    /// <summary>Opens the state of <see cref="Hot"/>.</summary>
    public StepKey Key { get; }

    public static Reply Text(string text) => Reply.Of("en", text)!;

    /// <summary>Every slot but S00 and S01, sealed "empty" once more.</summary>
    public static SlotWrite[] Done() => [.. Slot.All.Skip(2).Select(s => new SlotWrite(s, new byte[] { 0 }))];

    public CodeKeys Keys() => CodeKeys.Derive(Prepared.Code, Intake.Server, ArgonProfile.Tiny);

    public OpenedMailbox Open() => OpenedMailbox.Open(Row, Keys()) ?? throw new InvalidOperationException("The code opens its mailbox.");

    public byte[]? SlotOf(Slot slot) => Intake.Slots(Hot)[slot];

    public SealedReply Sealed(string text) => SealedReply.Seal(Text(text), Row.Key, SlotOf(Slot.Mailbox)!)!;

    public void Answer(string text, Day today) => Row = Row.WithReply(Sealed(text), today);

    public void Take(Mailbox? row) => Row = row ?? Row;

    public void Take((HotRow Hot, Mailbox Row)? rows) => (Hot, Row) = rows ?? throw new InvalidOperationException("It is written.");

    public IEnumerable<string> Read()
    {
        using var opened = Open();
        return [.. opened.Replies.Select(r => r.Reply.Text)];
    }

    public void Dispose()
    {
        Prepared.Dispose();
        Intake.Dispose();
    }
}
