using System.Security.Cryptography;

namespace IntakeBot.Core.Exchange;

/// <summary>The header Content-Digest of RFC 9530, with SHA-256 alone: it ties a body to the request's signature.</summary>
public static class ContentDigest
{
    /// <summary>Header's name.</summary>
    public const string Name = "Content-Digest";

    public static string Of(ReadOnlySpan<byte> body) => $"sha-256=:{Convert.ToBase64String(SHA256.HashData(body))}:";
}
