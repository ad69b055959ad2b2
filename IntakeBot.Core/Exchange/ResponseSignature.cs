using System.Globalization;
using System.Text;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Exchange;

/// <summary>
/// The Exchange's word for what it answered: Ed25519, purpose "exchange response", over the request's nonce (22 characters), the
/// status (3 digits) and the body, so that no other answer, older or of another request, can be put in its place.
/// </summary>
public static class ResponseSignature
{
    /// <summary>Header's name; its value is base64 of 64 bytes.</summary>
    public const string Name = "IntakeBot-Signature";

    private const string Purpose = "exchange response";

    public static string Sign(SigningKey exchange, string nonce, int status, ReadOnlySpan<byte> body) =>
        Convert.ToBase64String(exchange.Sign(Purpose, Message(nonce, status, body)));

    public static bool Verifies(VerifyKey exchange, string signature, string nonce, int status, ReadOnlySpan<byte> body)
    {
        Span<byte> bytes = stackalloc byte[VerifyKey.SignatureSize];
        return Convert.TryFromBase64String(signature, bytes, out var length) && exchange.Verifies(bytes[..length], Purpose, Message(nonce, status, body));
    }

    private static byte[] Message(string nonce, int status, ReadOnlySpan<byte> body) =>
        [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{nonce}{status:000}")), .. body];
}
