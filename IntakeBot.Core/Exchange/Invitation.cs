using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Exchange;

/// <summary>
/// What a new staff member's desk needs before it knows a roster: where the server is, and the two keys by which it believes anything. One line, not secret,
/// but whoever could exchange it could let her join another organisation: the fingerprint is compared by voice.
/// </summary>
public sealed record Invitation(Uri Address, VerifyKey Organisation, VerifyKey Exchange)
{
    private const int MaxLength = 512;
    private const char KeyMark = '#';

    /// <summary>Null for anything that <see cref="ToString"/> does not write; blanks around it are left out.</summary>
    public static Invitation? Parse(string text)
    {
        var line = text.Trim();
        return line.Length <= MaxLength
            && line.Split(KeyMark) is [var address, var keys]
            && keys.Split('.') is [var organisation, var exchange]
            && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is { PathAndQuery: "/", UserInfo: "" }
            && VerifyKey.Parse(organisation) is { } first && VerifyKey.Parse(exchange) is { } second
            ? new(uri, first, second)
            : null;
    }

    /// <summary>https://HOST:PORT/#ORGANISATION.EXCHANGE, keys as 43 characters of base64url.</summary>
    public override string ToString() => $"{Address}{KeyMark}{Organisation}.{Exchange}";
}
