using System.Security.Cryptography;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>Signs a case event and closes it into its row: docs/seal-format.md, "Case event".</summary>
public static class EventSealer
{
    internal const string Purpose = "case event";

    /// <summary>The row goes to where the author's counter says; where another one lies there, the event is made anew with the next counter.</summary>
    public static (EventRow Row, EventHash Hash) Seal(CaseEvent made, CaseKey key, SigningKey author, Day today)
    {
        var encoded = made.Encode();
        byte[] content = [.. encoded, .. author.Sign(Purpose, key.Signed(encoded))];
        var bare = new EventRow
        {
            Place = key.PlaceOf(made.Author, made.Counter),
            Version = RowVersion.Random(),
            Expires = today.Plus(Format.EventDays),
            Box = new byte[Format.EventBoxSize],
        };
        Aead.Seal(bare.Box, content, bare.Head(), key.Box);
        var hash = key.HashOf(encoded);
        CryptographicOperations.ZeroMemory(encoded);
        CryptographicOperations.ZeroMemory(content);
        return (bare, hash);
    }
}
