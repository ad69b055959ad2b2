using System.Net;
using IntakeBot.Desk;

namespace IntakeBot.Tests.Desk;

/// <summary>Who gets in: the browser that opened the link, from the desk's own pages, and nobody else who reaches the port.</summary>
public sealed class GuardTests : IAsyncLifetime
{
    private readonly DeskCase _case = new();
    private DeskClient _client = null!;

    private DeskServer Desk { get; set; } = null!;

    /// <summary>Reference "faults and standards", 5.2, but for what 0017 says.</summary>
    private static readonly (string Name, string Value)[] Headers =
    [
        ("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "accelerometer=(), camera=(), clipboard-read=(), geolocation=(), microphone=(), usb=(), payment=(), publickey-credentials-get=(self)"),
        ("Cache-Control", "no-store"),
        ("X-Robots-Tag", "noindex, nofollow"),
    ];

    public async ValueTask InitializeAsync()
    {
        Desk = await _case.StartAsync(0);
        _client = await DeskClient.EnterAsync(Desk);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _case.DisposeAsync();
    }

    [Fact]
    public async Task The_browser_that_came_in_gets_the_page()
    {
        Assert.Equal("/unlock", await _client.GetAsync("/"));
        Assert.Contains("Unlock the desk", _client.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("without the cookie", "GET", "same-origin", null, null)]
    [InlineData("from another site", "GET", "cross-site", null, null)]
    [InlineData("from another port of this machine", "GET", "same-site", null, null)]
    [InlineData("under another name of this machine", "GET", "same-origin", null, "localhost")]
    [InlineData("under another port", "GET", "same-origin", null, "127.0.0.1:1")]
    [InlineData("a form from nowhere", "POST", null, null, null)]
    [InlineData("a form of another port", "POST", "same-site", null, null)]
    [InlineData("a form that somebody typed", "POST", "none", null, null)]
    [InlineData("a form of another origin", "POST", "same-origin", "http://127.0.0.1:1", null)]
    [InlineData("another method", "PUT", "same-origin", null, null)]
    [InlineData("another method", "HEAD", "same-origin", null, null)]
    [InlineData("another method", "OPTIONS", "same-origin", null, null)]
    public async Task Everybody_else_gets_the_404_of_what_is_not_there(string who, string method, string? site, string? origin, string? host)
    {
        _client.Cookie = who.StartsWith("without", StringComparison.Ordinal) ? null : _client.Cookie;
        using var answer = await _client.SendAsync(method, "/unlock", method == "POST" ? new StringContent("passphrase=x") : null, site, origin, host);

        await NothingAsync(answer);
    }

    [Fact]
    public async Task Another_first_part_of_the_path_is_not_there()
    {
        using var home = await _client.SendAsync("GET", "/", absolute: true);
        using var other = await _client.SendAsync("GET", $"{_client.Root}x/unlock", absolute: true);

        await NothingAsync(home);
        await NothingAsync(other);
    }

    [Fact]
    public async Task A_wrong_cookie_does_not_admit()
    {
        _client.Cookie = new('A', _client.Cookie!.Length);
        using var answer = await _client.SendAsync("GET", "/unlock");

        await NothingAsync(answer);
    }

    [Fact]
    public async Task The_link_leads_in_once_and_its_file_is_gone()
    {
        Assert.False(File.Exists(Desk.LinkFile));
        using var guess = await _client.SendAsync("GET", "/enter/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", site: "cross-site");

        await NothingAsync(guess);
    }

    [Fact]
    public async Task The_link_lies_where_only_its_owner_reads_it_and_works_no_second_time()
    {
        var desk = await _case.StartAsync(1);
        var link = await File.ReadAllTextAsync(desk.LinkFile);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(desk.LinkFile));
        }

        using var first = await DeskClient.EnterAsync(desk);
        await File.WriteAllTextAsync(desk.LinkFile, link);
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => DeskClient.EnterAsync(desk));
    }

    [Fact]
    public async Task Every_answer_has_the_headers_and_names_no_server()
    {
        foreach (var path in new[] { "/unlock", "/desk.css", "/desk.js", "/desk.svg", "/pulse", "/queue", "/nothing" })
        {
            using var answer = await _client.SendAsync("GET", path);
            foreach (var (name, value) in Headers)
            {
                Assert.Equal((path, value), (path, string.Join("; ", answer.Headers.GetValues(name))));
            }

            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task The_cookie_is_kept_from_scripts_other_sites_and_other_paths_and_is_another_after_unlocking()
    {
        var before = _client.Cookie;
        using var form = new FormUrlEncodedContent([new("passphrase", _case.Keys.Passphrase)]);
        using var answer = await _client.SendAsync("POST", "/unlock", form);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));

        Assert.EndsWith($"; path={_client.Root}; samesite=strict; httponly", cookie, StringComparison.Ordinal);
        Assert.Equal("/queue", await _client.GetAsync("/queue"));
        _client.Cookie = before;
        using var old = await _client.SendAsync("GET", "/queue");
        await NothingAsync(old);
    }

    [Fact]
    public void It_listens_on_this_machine_alone() => Assert.Equal(IPAddress.Loopback.ToString(), Desk.Address.Host);

    [Fact]
    public async Task Pages_have_no_script_or_style_of_their_own_and_nothing_from_elsewhere()
    {
        _ = await _client.PostAsync("/unlock", ("passphrase", _case.Keys.Passphrase));
        foreach (var path in new[] { "/queue", "/settings", "/help", "/watch" })
        {
            _ = await _client.GetAsync(path);
            Assert.DoesNotContain(" style=", _client.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<style", _client.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" onclick", _client.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("http://", _client.Html.Replace("http://127.0.0.1", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("https://", _client.Html, StringComparison.Ordinal);
            Assert.Equal(1, _client.Html.Split("<script").Length - 1);
        }
    }

    private static async Task NothingAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }
}
