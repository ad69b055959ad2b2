using System.Text;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;
using IntakeBot.Exchange;
using IntakeBot.Messenger;
using IntakeBot.Tests.Sealing;
using IntakeBot.Tests.Sealing.VectorKit;
using IntakeBot.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Telegram.Bot.Exceptions;

namespace IntakeBot.Tests.Proof.Fuzz;

/// <summary>Every door by which bytes of somebody else come in.</summary>
internal static class FuzzTargets
{
    private static readonly ServerKey Server = new(Fixed.Bytes("fuzz"));
    private static readonly Place At = new(7);
    private static readonly Day Today = new(20_700);

    private static readonly ExchangeGate Gate = new(
        () => throw new InvalidOperationException("Nobody is known here, so nobody is asked for."), TimeProvider.System);

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("update", Update, Texts(
            """{"update_id":1,"message":{"message_id":5,"chat":{"id":7,"type":"private"},"text":"/start abc","date":1}}""",
            """{"update_id":1,"callback_query":{"id":"9","from":{"id":7},"message":{"message_id":5,"chat":{"id":7,"type":"private"}},"data":"d"}}""",
            """{"ok":true,"result":[{"update_id":1,"my_chat_member":{"chat":{"id":-7,"type":"group"},"new_chat_member":{"status":"member"}}},{"update_id":2,"edited_message":{"message_id":1e99}}]}"""), Texts(
            "\"update_id\":", "\"message\":", "\"chat\":", "\"text\":", "\"\\ud800\"", "\"type\":\"private\"", "1e99", "9223372036854775808", "[[[[", "null")),
        new("token", Token, Parts("token", "token"), Texts("A", "_", "-", "=")),
        new("code", Code, Texts("12345678901234567890", "1234-5678 9012 3456 7890", "１２３４５６７８９０١٢٣٤٥٦٧٨٩٠", "一二三四五六七八九〇①②"), Texts("O", "l", "\u200d", "\ufe0f", "\u202e", " ", "\ud83d\ude00")),
        new("questionnaire", File, [System.IO.File.ReadAllBytes(Repository.Path("config", "questionnaire.yaml")), System.IO.File.ReadAllBytes(Repository.Path("config", "languages", "en.yaml"))], Texts(
            "&a ", "*a", "<<: *a\n", "? ", "!!binary ", "- ", ": ", "|\n", "{", "[", "---\n", "\t", "if: ", "\u202e")),
        new("roster", Roster, Parts("roster", "config/roster.json"), Texts("\"serial\":", "\"members\":[", "null", "1e400", "\"\\u0000\"", "{}", "-1", "4294967296")),
        new("record", Record, [.. Parts("row", "row").Where((_, i) => i % 6 == 0), .. Parts("mailbox", "mailbox").Take(2)], []),
        new("event", Event, [new CaseEvent { Author = 1, Counter = 2, Minute = 3, Parents = [], Body = new EventBody.Opened() }.Encode(), new Memo { Author = 1, Minute = 3, Body = MemoBody.ShiftNote.Of("text")! }.Encode()], []),
        new("request", Request, Texts(
            "sig=(\"@method\" \"@authority\" \"@path\" \"@query\");created=1700000000;keyid=\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\";nonce=\"AAAAAAAAAAAAAAAAAAAAAA\";alg=\"ed25519\"\nsig=:AAAA:\nPUT\n127.0.0.1:8471\n/rows?after=0\nsha-256=:AA==:\nbody"), Texts(
            "sig=", ";created=", "\"content-digest\"", "::1", "[", "%00", "?", "\u00df", "xn--")),
    ];

    /// <summary>One update, and the same bytes as a whole answer of getUpdates; that one may be refused as a whole.</summary>
    private static void Update(byte[] bytes)
    {
        _ = ApiAnswer.Arrival(bytes);
        _ = ApiAnswer.IsOk(bytes);
        try
        {
            _ = ApiAnswer.Arrivals(bytes);
        }
        catch (RequestException)
        {
            // The next poll brings another.
        }
    }

    private static void Token(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var token = CallbackToken.Decode(text, Server, 1, 2, out var genuine);
        Assert.Equal(token?.Option, CallbackToken.OptionOf(text));
        Assert.True(!genuine || token?.Encode(Server, 1, 2) == text, "A genuine token is written otherwise than it was read.");
    }

    private static void Code(byte[] bytes)
    {
        var reading = ReceiptCode.Read(Encoding.UTF8.GetString(bytes), out var code);
        Assert.Equal(reading == CodeReading.Whole, code is not null);
    }

    private static void File(byte[] bytes)
    {
        var main = SourceFile.Of("questionnaire.yaml", bytes);
        var flags = new FlagNames(main.Findings);
        var outline = new OutlineReader(flags, main.Findings).Read(main.Root);
        _ = new LanguageReader(outline, flags, main.Findings).Read(main.Root, "en");
    }

    private static void Roster(byte[] bytes)
    {
        var problems = new List<string>();
        if (RosterFiles.Json("roster.json", bytes, RosterJson.Default.RosterDocument, problems) is { } document)
        {
            _ = new RosterCheck("/nonexistent/roster.json", null, problems).Check(document, "", null, Today, document.Desks ?? []);
        }

        Assert.All(problems, p => Assert.DoesNotContain(p, char.IsControl));
    }

    /// <summary>Row hashes are made right, or nothing would ever lie behind them; one that is read is written as it was.</summary>
    private static void Record(byte[] bytes)
    {
        if (bytes.Length >= Hash.Size)
        {
            var row = Fixed.Rehashed(bytes);
            Assert.True(SealedRow.Decode(row)?.Encode().AsSpan().SequenceEqual(row) ?? true, "Another row is written than was read.");
        }

        _ = BundleFile.Decode(bytes);
        _ = ReferralFile.Decode(bytes);
        _ = ExchangeLogChain.Decode(bytes);
        _ = ReplyPut.DecodeFile(bytes);
    }

    private static void Event(byte[] bytes)
    {
        var made = Fit(bytes, CaseEvent.Size);
        Assert.True(CaseEvent.Decode(made)?.Encode().AsSpan().SequenceEqual(made) ?? true, "Another event is written than was read.");
        var memo = Fit(bytes, Memo.Size);
        Assert.True(Memo.Decode(memo)?.Encode().AsSpan().SequenceEqual(memo) ?? true, "Another memo is written than was read.");
    }

    /// <summary>Lines: Signature-Input, Signature, method, host, target, Content-Digest; what follows is the body.</summary>
    private static void Request(byte[] bytes)
    {
        var lines = Encoding.Latin1.GetString(bytes).Split('\n', 7);
        var request = new DefaultHttpContext().Request;
        (request.Scheme, request.Method, request.Headers.Host) = ("http", Line(2), Line(3));
        request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = Line(4);
        (request.Headers[SignatureInput.Name], request.Headers[RequestSignature.Name], request.Headers[ContentDigest.Name]) = (Line(0), Line(1), Line(5));
        if (SignatureInput.Parse(Line(0)) is { } input)
        {
            Assert.Equal(Line(0), input.Header);
            Assert.False(RequestSignature.Verifies(input, Line(1), Line(2), Line(3), Line(4), "", Line(5)));
        }
        else
        {
            Assert.Null(Gate.Admit(request));
        }

        var body = Encoding.Latin1.GetBytes(Line(6));
        _ = ReplyPut.Decode(At, Fit(body, ReplyPut.Size));
        _ = StanzaChange.Decode(Fit(body, StanzaChange.Size));
        _ = EpochStatement.Decode(3, body);
        _ = Invitation.Parse(Line(6));
        _ = HeadPin.Parse(Line(6));
        _ = Place.TryParse(Line(4), out _);

        string Line(int at) => at < lines.Length ? lines[at] : "";
    }

    private static byte[] Fit(byte[] bytes, int size)
    {
        var fit = new byte[size];
        bytes.AsSpan(0, Math.Min(size, bytes.Length)).CopyTo(fit);
        return fit;
    }

    private static byte[][] Texts(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];

    private static byte[][] Parts(string kind, string part) => [.. VectorTests.Shipped.Where(v => v.Kind == kind && v.Parts.Any(p => p.Name == part)).Select(v => v.Part(part))];
}
