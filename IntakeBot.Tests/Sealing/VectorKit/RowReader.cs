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
        _ => Verdict.Fails("row"),
    };

    private static string[] Head(SealedRow row) => [$"place {row.Place}", $"version {row.Version}", $"expires {row.Expires.Number}"];
}
