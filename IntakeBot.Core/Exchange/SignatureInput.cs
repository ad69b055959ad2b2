using System.Globalization;
using System.Text.RegularExpressions;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Exchange;

/// <summary>
/// The one form of Signature-Input that the Exchange takes: label sig, four components and content-digest where there is a body,
/// then created, keyid, nonce and alg, in this order. Any other is refused, however right it may be by RFC 9421.
/// </summary>
public sealed partial record SignatureInput
{
    /// <summary>Header's name.</summary>
    public const string Name = "Signature-Input";

    /// <summary>Characters of base64url: 16 random bytes.</summary>
    public const int NonceLength = 22;

    private const string BodyComponent = " \"content-digest\"";

    /// <summary>Seconds since 1970-01-01.</summary>
    public required long Created { get; init; }

    public required VerifyKey KeyId { get; init; }

    public required string Nonce { get; init; }

    /// <summary>The header Content-Digest is among the components.</summary>
    public bool CoversBody { get; init; }

    /// <summary>What stands after "sig=", and last in the signature base.</summary>
    public string Parameters => string.Create(
        CultureInfo.InvariantCulture,
        $"(\"@method\" \"@authority\" \"@path\" \"@query\"{(CoversBody ? BodyComponent : "")});created={Created};keyid=\"{KeyId}\";nonce=\"{Nonce}\";alg=\"ed25519\"");

    public string Header => $"sig={Parameters}";

    /// <summary>Null for anything that <see cref="Header"/> does not write.</summary>
    public static SignatureInput? Parse(string header)
    {
        var match = Form().Match(header);
        if (!match.Success || VerifyKey.Parse(match.Groups["keyid"].Value) is not { } key)
        {
            return null;
        }

        var input = new SignatureInput
        {
            Created = long.Parse(match.Groups["created"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture),
            KeyId = key,
            Nonce = match.Groups["nonce"].Value,
            CoversBody = match.Groups["body"].Success,
        };
        return input.Header == header ? input : null;
    }

    [GeneratedRegex(
        """\Asig=\([^)]{0,64}?(?<body> "content-digest")?\);created=(?<created>[0-9]{1,12});keyid="(?<keyid>[A-Za-z0-9_-]{43})";nonce="(?<nonce>[A-Za-z0-9_-]{22})";alg="ed25519"\z""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
