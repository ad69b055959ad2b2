using IntakeBot.Core.Exchange;

namespace IntakeBot.Exchange;

/// <summary>What a member put.</summary>
internal static class SignedBody
{
    /// <summary>Null unless the body is exactly as long as it must be and is the one that was signed.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int size, CancellationToken cancellationToken)
    {
        if (request.ContentLength != size)
        {
            return null;
        }

        var body = new byte[size];
        try
        {
            await request.Body.ReadExactlyAsync(body, cancellationToken);
        }
        catch (Exception cut) when (cut is IOException or BadHttpRequestException)
        {
            return null;
        }

        return request.Headers[ContentDigest.Name] == ContentDigest.Of(body) ? body : null;
    }
}
