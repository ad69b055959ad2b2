using System.Security.Cryptography;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// Signs a memo and closes it for one member into a row that looks like a case event's: docs/seal-format.md, "Memo". It lies at a random place; who it is for finds
/// it by trying.
/// </summary>
public static class MemoSealer
{
    internal const string Purpose = "memo";
    internal const int ContentSize = Memo.Size + VerifyKey.SignatureSize;

    /// <summary>Null where the recipient has stated no key for the day's epoch.</summary>
    public static EventRow? Seal(Memo memo, SigningKey author, RosterMember recipient, EpochCalendar epochs, Day today)
    {
        if (!recipient.EpochKeys.TryGetValue(epochs.EpochOf(today), out var key))
        {
            return null;
        }

        var row = new EventRow { Place = Place.Random(), Version = RowVersion.Random(), Expires = today.Plus(Format.EventDays), Box = new byte[Format.EventBoxSize] };
        using var seed = Seed.Draw();
        Stanza.Seal(row.Box.AsSpan(0, Format.StanzaSize), seed, key, row.Place, recipient.Place);
        var encoded = memo.Encode();
        byte[] content = [.. encoded, .. author.Sign(Purpose, Signed(row.Place, recipient.Place, encoded))];
        var box = KeyOf(seed);
        Aead.Seal(row.Box.AsSpan(Format.StanzaSize), content, row.Head(), box);
        CryptographicOperations.ZeroMemory(encoded);
        CryptographicOperations.ZeroMemory(content);
        CryptographicOperations.ZeroMemory(box);
        return row;
    }

    /// <summary>Nobody can pass it on as written to somebody else.</summary>
    internal static byte[] Signed(Place place, byte recipient, ReadOnlySpan<byte> encoded) => [.. place.ToArray(), recipient, .. encoded];

    internal static byte[] KeyOf(Seed seed) => Hash.Of(seed.Bytes, "memo", []);
}
