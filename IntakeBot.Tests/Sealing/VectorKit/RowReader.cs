using IntakeBot.Core.Sealing;
using static IntakeBot.Tests.Sealing.VectorKit.ProgramReader;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>One row, decoded and not opened.</summary>
internal static class RowReader
{
    public static Verdict Read(Vector vector) => SealedRow.Decode(vector.Part("row")) switch
    {
        ColdRow cold => Verdict.Good(
        [
            "kind cold", .. Head(cold), $"epoch {cold.Epoch}", $"remove hash {Hex(cold.RemoveHash)}", $"extend hash {Hex(cold.ExtendHash)}",
            $"places {cold.Places}", $"stanzas {Digest(cold.Stanzas)}",
        ]),
        HotRow hot => Verdict.Good(
        [
            "kind hot", .. Head(hot), $"door {Hex(hot.Door.ToArray())}", $"blob {Digest(hot.Blob)}", $"slots {Digest(hot.Slots)}",
            $"note {Digest(hot.Note)}",
        ]),
        Mailbox mailbox => Verdict.Good(
        [
            "kind mailbox", .. Head(mailbox), $"tag {Hex(mailbox.Tag.ToArray())}", $"key {Digest(mailbox.Key.Bytes)}", $"box {Digest(mailbox.Box)}",
            .. mailbox.Replies.Select(r => $"reply {r.LastDay.Number} {Hex(r.Reply.Id)} {Digest(r.Reply.Bytes)}"),
        ]),
        EventRow made => Verdict.Good(["kind event", .. Head(made), $"box {Digest(made.Box)}"]),
        Tombstone stone => Verdict.Good(["kind tombstone", .. Head(stone)]),
        _ => Verdict.Fails("row"),
    };

    private static string[] Head(SealedRow row) => [$"place {row.Place}", $"version {row.Version}", $"expires {row.Expires.Number}"];
}
