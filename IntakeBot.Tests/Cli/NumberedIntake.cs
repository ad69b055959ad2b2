using IntakeBot.Cli;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Sealing;

namespace IntakeBot.Tests.Cli;

/// <summary>A person who is done and has a number: an intake of today in Korean, sealed to the staff of a throw-away hotline.</summary>
internal sealed class NumberedIntake : IDisposable
{
    private readonly ServerKey _server;
    private readonly PreparedCode _prepared;
    private readonly Day _today;

    public NumberedIntake(Throwaway made, Day today, Recipients? recipients = null, bool hasNumber = true, IReadOnlyList<SlotWrite>? said = null)
    {
        _today = today;
        _server = ServerKeyFile.Read(Path.Combine(made.KeysFolder, "server.key"), [])!;
        _prepared = PreparedCode.Make(_server, ArgonProfile.Tiny);
        QuestionnaireHash = Core.Sealing.QuestionnaireHash.Of(QuestionnaireFolder.Read(made.ConfigFolder).Value!.Canonical.Span);
        var roster = RosterFolder.Read(made.ConfigFolder, made.DataFolder, today).Roster!;
        var heading = new Heading { QuestionnaireHash = QuestionnaireHash, RosterSerial = roster.Serial, Language = 1, Day = today.Number, Burst = 0 };
        var sealer = new IntakeSealer(_server);
        var key = StepKey.Draw();
        (Cold, var hot) = sealer.Begin(Locator.Draw(today), key, recipients ?? roster.RecipientsFor("hotline", today)!, default, heading, today);
        using var blob = sealer.Open(hot, key, 0, out _)!;
        (Hot, Mailbox) = hasNumber
            ? sealer.GiveCode(hot, blob, default, MailboxCase.Done(), _prepared, key.Next(), today)
            : (IntakeSealer.Finish(hot, blob, said ?? MailboxCase.Done()), Mailbox.Locked(today));
    }

    public byte[] QuestionnaireHash { get; }

    public ColdRow Cold { get; }

    public HotRow Hot { get; private set; }

    public Mailbox Mailbox { get; private set; }

    public Place Place => Cold.Place;

    /// <summary>She comes back with her number and says something.</summary>
    public void Add(Slot slot, byte[] payload)
    {
        using var opened = Open(Mailbox);
        (Hot, Mailbox) = opened.Add(Hot, slot, payload, _today)!.Value;
    }

    public Change Rows() => new Change().Put(Cold, null).Put(Hot, null).Put(Mailbox, null);

    /// <summary>What she sees when she types her number.</summary>
    public List<string> Read(Mailbox row)
    {
        using var opened = Open(row);
        return [.. opened.Replies.Select(r => $"{r.Reply.Language}: {r.Reply.Text}")];
    }

    public void Dispose()
    {
        _prepared.Dispose();
        _server.Dispose();
    }

    private OpenedMailbox Open(Mailbox row) => OpenedMailbox.Open(row, CodeKeys.Derive(_prepared.Code, _server, ArgonProfile.Tiny))!;
}
