using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Exchange;

/// <summary>
/// A desk's side of the Exchange: signs each request, and takes no answer that the roster's Exchange key did not sign for it.
/// HttpRequestException: the server cannot be reached; InvalidDataException: what answered is not to be believed.
/// </summary>
public sealed class ExchangeClient : IDisposable
{
    private const int MaxAnswer = 8 * 1024 * 1024;
    private const int Tries = 60;
    private const int MostLogPages = 4096;

    private readonly HttpClient _http;
    private readonly Uri _address;
    private readonly SigningKey _member;
    private readonly VerifyKey _exchange;
    private readonly TimeProvider _time;
    private readonly bool _hasProxy;

    /// <summary>Without <paramref name="proxy"/> it goes to the server itself: what the environment says of proxies never counts.</summary>
    public ExchangeClient(Uri address, SigningKey member, VerifyKey exchange, TimeProvider time, ExchangeProxy? proxy = null)
    {
#pragma warning disable CA2000 // The client owns its handler and is disposed with this class.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = proxy is not null, Proxy = proxy };
#pragma warning restore CA2000
        _http = new HttpClient(handler, disposeHandler: true) { MaxResponseContentBufferSize = MaxAnswer, Timeout = TimeSpan.FromSeconds(30) };
        _address = address;
        _member = member;
        _exchange = exchange;
        _time = time;
        _hasProxy = proxy is not null;
    }

    /// <summary>How long an answer may take.</summary>
    internal TimeSpan Patience
    {
        init => _http.Timeout = value;
    }

    /// <summary>Asks once, and tells what to say to who sits at the desk. Throws only where it is cancelled.</summary>
    public async Task<ExchangeReach> ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await AskAsync(HttpMethod.Get, ExchangePaths.ManifestOf(RowKind.Cold, null, ManifestPage.Limit), null, cancellationToken);
            return ReachReading.Of(answer, _time.GetUtcNow(), _hasProxy);
        }
        catch (HttpRequestException failure)
        {
            return AwayReading.Of(failure, _hasProxy);
        }
    }

    /// <summary>Null where the server does not know this member, or the clocks differ by more than five minutes.</summary>
    public async Task<ManifestPage?> FindManifestAsync(RowKind kind, Place? after, CancellationToken cancellationToken)
    {
        var body = await FindAsync(ExchangePaths.ManifestOf(kind, after, ManifestPage.Limit), cancellationToken);
        return body is null ? null : Read(body, ExchangeJson.Default.ManifestPage);
    }

    /// <summary>
    /// Takes the server's roster into this desk's folders where it is the organisation's and not older than what was seen; see
    /// <see cref="RosterTaking"/>. Null where the server does not give one out.
    /// </summary>
    public async Task<RosterReading?> TakeRosterAsync(string configFolder, string dataFolder, CancellationToken cancellationToken) =>
        await FindAsync($"{ExchangePaths.Root}{ExchangePaths.Roster}", cancellationToken) is { } body
            ? RosterTaking.Take(Read(body, ExchangeJson.Default.RosterPack), configFolder, dataFolder, Day.Today(_time))
            : null;

    /// <summary>Null where the server does not give one out. It counts only where the signed roster lists it.</summary>
    public async Task<QuestionnairePack?> FindQuestionnaireAsync(CancellationToken cancellationToken) =>
        await FindAsync($"{ExchangePaths.Root}{ExchangePaths.Questionnaire}", cancellationToken) is { } body
            ? Read(body, ExchangeJson.Default.QuestionnairePack) : null;

    /// <summary>Null where there is none.</summary>
    public async Task<T?> FindRowAsync<T>(RowKind kind, Place place, CancellationToken cancellationToken)
        where T : SealedRow
    {
        if (await FindAsync(ExchangePaths.RowOf(kind, place), cancellationToken) is not { } body)
        {
            return null;
        }

        if (body is [var format, ..] && format > Format.Version)
        {
            throw new InvalidDataException($"{_address}: keeps rows that a newer version of this program wrote; get that version.");
        }

        return SealedRow.Decode(body) is T row && row.Place == place
            ? row
            : throw new InvalidDataException($"{_address}: gave something else than the row that was asked for.");
    }

    /// <summary>
    /// Replaces one stanza of a row. False where the row is another by now: fetch it and try again. Null where there is no such row, or
    /// the server does not allow it at that place.
    /// </summary>
    public async Task<bool?> ReplaceStanzaAsync(ColdRow row, byte rosterPlace, Resealed made, CancellationToken cancellationToken)
    {
        var content = new StanzaChange(row.Version, made.ExtendToken, made.Stanza).Encode();
        var (code, _) = await CallAsync(HttpMethod.Put, ExchangePaths.StanzaOf(row.Place, rosterPlace), content, cancellationToken);
        return code switch
        {
            HttpStatusCode.OK => true,
            HttpStatusCode.Conflict => false,
            HttpStatusCode.NotFound => null,
            _ => throw NotTheExchange(),
        };
    }

    /// <summary>
    /// Puts a reply into its mailbox; doing it again changes nothing. False where there is no such mailbox, this member may not, or the
    /// roster asks for other signatures.
    /// </summary>
    public async Task<bool> PutReplyAsync(SignedReply reply, CancellationToken cancellationToken)
    {
        var (code, _) = await CallAsync(HttpMethod.Put, ExchangePaths.ReplyOf(reply.Mailbox), ReplyPut.Encode(reply), cancellationToken);
        return code switch
        {
            HttpStatusCode.OK => true,
            HttpStatusCode.NotFound => false,
            _ => throw NotTheExchange(),
        };
    }

    /// <summary>
    /// Puts a case event; doing it again changes nothing. False where another one lies there: make it anew with the next counter. Null where this
    /// member may not, the event's last day does not fit the server's clock, or the server has no room.
    /// </summary>
    public async Task<bool?> PutEventAsync(EventRow row, CancellationToken cancellationToken)
    {
        var (code, _) = await CallAsync(HttpMethod.Put, ExchangePaths.RowOf(RowKind.Event, row.Place), row.Encode(), cancellationToken);
        return code switch
        {
            HttpStatusCode.OK => true,
            HttpStatusCode.Conflict => false,
            HttpStatusCode.NotFound => null,
            _ => throw NotTheExchange(),
        };
    }

    /// <summary>
    /// Removes an intake for everybody, with the token of <see cref="IntakeRemover"/>; doing it again changes nothing. False where there is no
    /// such intake, the token is of another one, or this member may not.
    /// </summary>
    public async Task<bool> RemoveAsync(Place place, byte[] token, CancellationToken cancellationToken)
    {
        var (code, _) = await CallAsync(HttpMethod.Put, ExchangePaths.RemovalOf(place), token, cancellationToken);
        return code switch
        {
            HttpStatusCode.OK => true,
            HttpStatusCode.NotFound => false,
            _ => throw NotTheExchange(),
        };
    }

    /// <summary>
    /// Puts this member's word for the key of an epoch; doing it again changes nothing, and it counts within a minute. False where another key of the
    /// same member stands there. Null where this member may not, or the epoch is over or too far ahead.
    /// </summary>
    public async Task<bool?> PutEpochKeyAsync(EpochStatement statement, CancellationToken cancellationToken)
    {
        var (code, _) = await CallAsync(HttpMethod.Put, ExchangePaths.EpochKeyOf(statement.Epoch), statement.Encode(), cancellationToken);
        return code switch
        {
            HttpStatusCode.OK => true,
            HttpStatusCode.Conflict => false,
            HttpStatusCode.NotFound => null,
            _ => throw NotTheExchange(),
        };
    }

    /// <summary>Tells the server whether this desk has everything that it lists. False where the server knows no such thing.</summary>
    public async Task<bool> AcknowledgeAsync(Acknowledgement acknowledgement, CancellationToken cancellationToken)
    {
        var (code, _) = await CallAsync(HttpMethod.Put, $"{ExchangePaths.Root}{ExchangePaths.Acknowledgement}", [(byte)acknowledgement], cancellationToken);
        return code switch
        {
            HttpStatusCode.OK => true,
            HttpStatusCode.NotFound => false,
            _ => throw NotTheExchange(),
        };
    }

    /// <summary>Entries of the log behind <paramref name="after"/>, of days that are over. Null where this member is neither lead nor auditor, or the server keeps none.</summary>
    public async Task<ExchangeLogPage?> FindLogAsync(uint after, CancellationToken cancellationToken) =>
        await FindAsync(ExchangePaths.LogOf(after), cancellationToken) is { } body ? Read(body, ExchangeJson.Default.ExchangeLogPage) : null;

    /// <summary>The whole log, held against what was pinned before; null as <see cref="FindLogAsync"/>.</summary>
    public async Task<ExchangeLogReading?> ReadLogAsync(HeadPin? pin, CancellationToken cancellationToken)
    {
        var pages = new List<ExchangeLogPage>();
        for (uint? after = 0; after is { } number; after = pages[^1].Next)
        {
            if (pages.Count == MostLogPages)
            {
                throw new InvalidDataException($"{_address}: its log has no end.");
            }

            if (await FindLogAsync(number, cancellationToken) is not { } page)
            {
                return null;
            }

            pages.Add(page);
        }

        return ExchangeLogReading.Of(pages, pin, Day.Today(_time));
    }

    public void Dispose() => _http.Dispose();

    private T Read<T>(byte[] body, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"{_address}: its answer cannot be read; server and this program may be of different versions.");
        }
    }

    private async Task<byte[]?> FindAsync(string path, CancellationToken cancellationToken)
    {
        var (code, body) = await CallAsync(HttpMethod.Get, path, null, cancellationToken);
        return code switch
        {
            HttpStatusCode.OK => body,
            HttpStatusCode.NotFound => null,
            _ => throw NotTheExchange(),
        };
    }

    /// <summary>Where the server says that this is too often, it is asked again a second later: all that can be asked may be asked twice.</summary>
    private async Task<(HttpStatusCode Code, byte[] Body)> CallAsync(HttpMethod method, string path, byte[]? content, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            if (await CallOnceAsync(method, path, content, cancellationToken) is { Code: not HttpStatusCode.TooManyRequests } answer)
            {
                return answer;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), _time, cancellationToken);
        }

        throw new HttpRequestException($"{_address}: takes no more requests for now; see that no other program asks with this identity, and try again in some minutes.");
    }

    /// <summary>The answer's code and body; any answer but the 404 was signed for this request.</summary>
    private async Task<(HttpStatusCode Code, byte[] Body)> CallOnceAsync(HttpMethod method, string path, byte[]? content, CancellationToken cancellationToken) =>
        await AskAsync(method, path, content, cancellationToken) switch
        {
            { Code: HttpStatusCode.NotFound } => (HttpStatusCode.NotFound, []),
            { IsSigned: true } answer => (answer.Code, answer.Body),
            _ => throw NotTheExchange(),
        };

    private async Task<ExchangeAnswer> AskAsync(HttpMethod method, string path, byte[]? content, CancellationToken cancellationToken)
    {
        var target = new Uri(_address, path);
        var digest = content is null ? null : ContentDigest.Of(content);
        var (input, signature) = RequestSignature.Sign(_member, method.Method, target, _time.GetUtcNow(), digest);
        using var request = new HttpRequestMessage(method, target);
        request.Headers.Add(SignatureInput.Name, input.Header);
        request.Headers.Add(RequestSignature.Name, signature);
        if (content is not null)
        {
            request.Content = new ByteArrayContent(content);
            request.Headers.Add(ContentDigest.Name, digest);
        }

        using var response = await SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var isSigned = response.Headers.TryGetValues(ResponseSignature.Name, out var given)
            && ResponseSignature.Verifies(_exchange, string.Concat(given), input.Nonce, (int)response.StatusCode, body);
        return new(response.StatusCode, body, isSigned, response.Headers.Date);
    }

    private InvalidDataException NotTheExchange() =>
        new($"{_address}: what answered there is not the Exchange that the roster names; check the address.");

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!_hasProxy && _address.IdnHost.EndsWith(".onion", StringComparison.OrdinalIgnoreCase))
        {
            // Looked up, the name would tell who runs this network's names which hotline the desk belongs to.
            throw new HttpRequestException(
                HttpRequestError.NameResolutionError, $"{_address}: an onion address is reached through a proxy only; start Tor, and give its proxy.");
        }

        try
        {
            return await _http.SendAsync(request, cancellationToken);
        }
        catch (TaskCanceledException failure) when (failure.InnerException is TimeoutException)
        {
            throw new HttpRequestException($"{_address}: did not answer in {_http.Timeout.TotalSeconds:0} seconds.", failure);
        }
    }
}
