using System.Net;
using System.Text.RegularExpressions;
using IntakeBot.Desk;

namespace IntakeBot.Tests.Desk;

/// <summary>Speaks to a desk as a browser does that came in by its link, and shows what it would send otherwise.</summary>
internal sealed partial class DeskClient : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(60) };

    private DeskClient(Uri address, string root) => (Address, Root) = (address, root);

    public Uri Address { get; }

    /// <summary>First part of every path.</summary>
    public string Root { get; }

    /// <summary>Null before it came in.</summary>
    public string? Cookie { get; set; }

    /// <summary>The page that was read last, without tags.</summary>
    public string Text { get; private set; } = "";

    public string Html { get; private set; } = "";

    public static async Task<DeskClient> EnterAsync(DeskServer desk)
    {
        var link = Link().Match(await File.ReadAllTextAsync(desk.LinkFile)).Groups;
        var client = new DeskClient(desk.Address, link["root"].Value);
        using var answer = await client.SendAsync("GET", $"/enter/{link["link"].Value}", site: "cross-site");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return client;
    }

    /// <summary>As a browser would, but for what is given.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        string method, string path, HttpContent? content = null, string? site = "same-origin", string? origin = null, string? host = null, bool absolute = false)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(Address, absolute ? path : Root + path)) { Content = content };
        void Set(string name, string? value) => _ = value is not null && request.Headers.TryAddWithoutValidation(name, value);
        Set("Sec-Fetch-Site", site);
        Set("Origin", origin);
        Set("Cookie", Cookie is null ? null : $"desk={Cookie}");
        request.Headers.Host = host;
        var answer = await _http.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            Cookie = cookies.Single().Split(';')[0]["desk=".Length..];
        }

        return answer;
    }

    /// <summary>Where it leads: the page itself, or the one it sends on to; the text of the page is then in <see cref="Text"/>.</summary>
    public async Task<string> GetAsync(string path)
    {
        using var answer = await SendAsync("GET", path);
        return await FollowAsync(path, answer);
    }

    public async Task<string> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await SendAsync("POST", path, form, origin: "null");
        return await FollowAsync(path, answer);
    }

    /// <summary>Paths of the cases in the queue, in its order.</summary>
    public async Task<IReadOnlyList<string>> CasesAsync(string query = "")
    {
        _ = await GetAsync($"/queue{query}");
        return [.. CaseLink().Matches(Html).Select(m => m.Groups["path"].Value)];
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> FollowAsync(string path, HttpResponseMessage answer)
    {
        if (answer.StatusCode == HttpStatusCode.Redirect)
        {
            return await GetAsync(answer.Headers.Location!.ToString()[Root.Length..]);
        }

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Html = await answer.Content.ReadAsStringAsync();
        Text = WebUtility.HtmlDecode(Tag().Replace(Html, " "));
        return path;
    }

    [GeneratedRegex("url=http://[^/]+(?<root>/[^/]+)/enter/(?<link>[^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("class=\"open\" href=\"/[^/]+(?<path>/case/[^\"/]+)\"")]
    private static partial Regex CaseLink();
}
