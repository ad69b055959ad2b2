using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using Microsoft.AspNetCore.Http.Features;

namespace IntakeBot.Exchange;

/// <summary>Lets in who is a member of the current roster, has signed exactly this request within five minutes, and has not sent it before.</summary>
internal sealed class ExchangeGate(Func<Roster> roster, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly SpentNonces _spent = new(Window);
    private long _checked;

    /// <summary>How many signatures were looked at, the only dear step: a stranger's as a member's, so that time tells nobody whose key the roster lists.</summary>
    public long SignaturesChecked => Interlocked.Read(ref _checked);

    /// <summary>Null for everybody else, whatever the reason.</summary>
    public Admitted? Admit(HttpRequest request)
    {
        if (request.Headers[SignatureInput.Name] is not [{ } header]
            || request.Headers[RequestSignature.Name] is not [{ } signature]
            || SignatureInput.Parse(header) is not { } input
            || Authority(request) is not { } authority
            || request.Headers[ContentDigest.Name] is { Count: > 1 } or [null])
        {
            return null;
        }

        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var at = target.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = at < 0 ? (target, "") : (target[..at], target[at..]);
        var current = roster();
        var now = time.GetUtcNow();
        return Verifies(input, signature, request.Method, authority, path, query, request.Headers[ContentDigest.Name] is [var digest] ? digest : null)
            && Day.Of(now) <= current.NotAfter
            && current.Find(input.KeyId) is { } member
            && (now - DateTimeOffset.FromUnixTimeSeconds(input.Created)).Duration() <= Window
            && _spent.TrySpend(input, now)
            ? new(input, member)
            : null;
    }

    private bool Verifies(SignatureInput input, string signature, string method, string authority, string path, string query, string? digest)
    {
        _ = Interlocked.Increment(ref _checked);
        return RequestSignature.Verifies(input, signature, method, authority, path, query, digest);
    }

    /// <summary>In small letters and without the scheme's own port, as RFC 9421 says.</summary>
    private static string? Authority(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var uri) ? uri.Authority : null;
}
