using System.Globalization;
using System.Text;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using static IntakeBot.Tests.Sealing.VectorKit.ProgramReader;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>A mailbox, a code and the server key: what the box says, and the replies in the order of the row.</summary>
internal static class MailboxReader
{
    public static Verdict Read(Vector vector)
    {
        if (SealedRow.Decode(vector.Part("mailbox")) is not Mailbox row)
        {
            return Verdict.Fails("row");
        }

        using var server = new ServerKey(vector.Hex("server key"));
        Assert.Equal(CodeReading.Whole, ReceiptCode.Read(vector["code"], out var code));
        using var keys = CodeKeys.Derive(code!, server, new(Number("passes"), Number("kibibytes")));
        using var box = MailboxBox.Open(row.Box, keys);
        return box is null || row.Tag != keys.Tag ? Verdict.Fails("mailbox") : Verdict.Good([.. Lines(box), .. row.Replies.Select(r => Line(r, keys, row))]);

        uint Number(string name) => uint.Parse(vector[name], CultureInfo.InvariantCulture);
    }

    private static string[] Lines(MailboxBox box) =>
    [
        $"intake place {box.Place}", $"intake {Hex(box.IntakeId)}", $"A {Hex(box.After)}",
        .. MailboxBox.Slots.Select(s => $"{s} position {box.PositionOf(s)} changes {box.ChangesOf(s)} key {Hex(box.NextKey(s))}"),
    ];

    private static string Line(KeptReply kept, CodeKeys keys, Mailbox row) =>
        $"reply {kept.LastDay.Number} " + (kept.Reply.Open(keys.Reply, row.Place) is { } reply ? $"{reply.Language} {Digest(Encoding.UTF8.GetBytes(reply.Text))}" : "-");
}
