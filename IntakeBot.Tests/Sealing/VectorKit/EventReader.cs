using System.Globalization;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using static IntakeBot.Tests.Sealing.VectorKit.ProgramReader;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>A case event, the intake's seed and a roster of one member: what its author stated, and whether it is known to be the author's.</summary>
internal static class EventReader
{
    public static Verdict Read(Vector vector)
    {
        if (SealedRow.Decode(vector.Part("event")) is not EventRow row)
        {
            return Verdict.Fails("row");
        }

        using var seed = Seed.Take(vector.Hex("seed"));
        using var key = CaseKey.Of(seed);
        return EventOpener.Open(row, key, RosterOf(vector)) is EventOpening.Opened opened ? Verdict.Good(Lines(opened.Known)) : Verdict.Fails("event");
    }

    private static string[] Lines(KnownEvent known)
    {
        var (read, body) = (known.Event, known.Event.Body);
        return
        [
            $"author {read.Author}", $"counter {read.Counter}", $"minute {read.Minute}", .. read.Parents.Select(p => $"parent {p}"),
            $"kind {body.Kind} {(body is EventBody.Unknown ? "unknown" : "known")} {Digest(body.Encode())}", $"hash {known.Hash}", $"verified {(known.IsVerified ? "yes" : "no")}",
        ];
    }

    private static Roster RosterOf(Vector vector)
    {
        var key = VerifyKey.Read(vector.Hex("member key"))!;
        return new()
        {
            Organisation = key,
            Hash = "",
            Serial = 1,
            NotAfter = new(ushort.MaxValue),
            Epochs = new(new(0), 28),
            Places = 32,
            Approvals = 1,
            Desks = [],
            ExchangeAddress = new("http://127.0.0.1"),
            ExchangeKey = key,
            Questionnaires = [],
            Members =
            [
                new()
                {
                    Place = (byte)Number("member place"),
                    Pseudonym = "ada",
                    Role = RosterRole.Staff,
                    Desk = "hotline",
                    SigningKey = key,
                    Recovery = false,
                    Since = new(Number("since")),
                    EpochKeys = new Dictionary<uint, RecipientKey>(),
                },
            ],
        };

        ushort Number(string name) => ushort.Parse(vector[name], CultureInfo.InvariantCulture);
    }
}
