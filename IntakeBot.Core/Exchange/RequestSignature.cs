using System.Buffers.Text;
using System.Security.Cryptography;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Exchange;

/// <summary>The signature that every request of a desk carries: HTTP Message Signatures, RFC 9421, with Ed25519.</summary>
public static class RequestSignature
{
    /// <summary>Header's name.</summary>
    public const string Name = "Signature";

    private const string Start = "sig=:";

    /// <summary>
    /// Gives the values of the headers Signature-Input and Signature; the nonce is fresh. <paramref name="digest"/> is the value of the
    /// header Content-Digest, null where there is no body.
    /// </summary>
    public static (SignatureInput Input, string Signature) Sign(SigningKey key, string method, Uri target, DateTimeOffset now, string? digest = null)
    {
        var input = new SignatureInput
        {
            Created = now.ToUnixTimeSeconds(),
            KeyId = key.Public,
            Nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
            CoversBody = digest is not null,
        };
        var signature = key.SignRaw(BaseOf(input, method, target.Authority, target.AbsolutePath, target.Query, digest));
        return (input, $"{Start}{Convert.ToBase64String(signature)}:");
    }

    /// <summary>
    /// True where the holder of <see cref="SignatureInput.KeyId"/> signed exactly this request. Who that is, and whether it is new,
    /// is for the caller to ask. <paramref name="query"/> is empty or begins with a question mark; <paramref name="digest"/> is null where
    /// there is no body.
    /// </summary>
    public static bool Verifies(SignatureInput input, string signature, string method, string authority, string path, string query, string? digest = null)
    {
        Span<byte> bytes = stackalloc byte[VerifyKey.SignatureSize];
        return signature.StartsWith(Start, StringComparison.Ordinal) && signature.EndsWith(':') && signature.Length > Start.Length
            && Convert.TryFromBase64String(signature[Start.Length..^1], bytes, out var length) && length == bytes.Length
            && input.CoversBody == digest is not null
            && input.KeyId.VerifiesRaw(bytes, BaseOf(input, method, authority, path, query, digest));
    }

    private static byte[] BaseOf(SignatureInput input, string method, string authority, string path, string query, string? digest)
    {
        List<(string, string)> components = [("@method", method), ("@authority", authority), ("@path", path), ("@query", query.Length == 0 ? "?" : query)];
        if (digest is not null)
        {
            components.Add(("content-digest", digest));
        }

        return SignatureBase.Of(components, input.Parameters);
    }
}
