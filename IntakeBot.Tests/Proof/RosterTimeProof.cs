using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using IntakeBot.Bench;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Exchange;

namespace IntakeBot.Tests.Proof;

/// <summary>No test: whoever holds a public key asks Exchange, over HTTP on this machine, whether time tells that the roster lists it. Alone on the machine, or the figures say little.</summary>
public sealed class RosterTimeProof
{
    private const string Name = "time-roster";
    private const int Samples = 10_000;
    private const int WarmUp = 1_000;

    private static readonly TimeSpan TooOld = TimeSpan.FromHours(-1);

    [Fact(Explicit = true)]
    [Trait(ProofTrait.Name, Name)]
    public async Task Time_does_not_tell_whose_key_the_roster_lists()
    {
        await using var rig = await ExchangeRig.StartAsync();
        using var stranger = SigningKey.Draw();
        var (member, path) = (rig.Setup.Ada.Signing, ExchangePaths.ManifestOf(RowKind.Cold, null, 1));
        List<(string Name, Func<HttpRequestMessage> Make)> kinds =
        [
            ("a member's key, a signature that is not theirs", () => Request(rig, path, member.Public, stranger, default)),
            ("a stranger's key, a signature that is not theirs", () => Request(rig, path, stranger.Public, member, default)),
            ("a member's key and signature, of an hour ago", () => Request(rig, path, member.Public, member, TooOld)),
            ("a stranger's key and signature", () => Request(rig, path, stranger.Public, stranger, default)),
        ];
        var times = kinds.Select(_ => new List<double>(Samples)).ToList();
        using var http = new HttpClient();
        for (var i = 0; times.Exists(t => t.Count < Samples); i++)
        {
            var kind = RandomNumberGenerator.GetInt32(kinds.Count);
            using var request = kinds[kind].Make();
            var start = Stopwatch.GetTimestamp();
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            var took = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            if (i >= WarmUp && times[kind].Count < Samples)
            {
                times[kind].Add(took);
            }
        }

        var report = CodeTimingReport.Of([.. kinds.Select((k, i) => (k.Name, times[i]))], ProcessUse.Load());
        await ProofFile.KeepAsync(
            Name,
            $"{Samples:N0} requests of each kind to Exchange, none of which is let in, over HTTP on this machine, in random order. Welch's t of each two kinds must stay under {Welch.Limit}.",
            [
                .. report.Kinds.Select(k => new Figure($"median of {k.Kind}", Number($"{k.Median:0} µs"))),
                .. report.Pairs.Select(p => new Figure($"t, {p.Pair}", Number($"{p.T:0.00}; {p.TCropped:0.00} without the slowest 5 %"), $"under {Welch.Limit}", Math.Abs(p.T) < Welch.Limit && Math.Abs(p.TCropped) < Welch.Limit)),
                Figure.Load(),
            ]);
    }

    /// <summary>Says that it is <paramref name="named"/>'s, and is signed by <paramref name="signer"/>.</summary>
    private static HttpRequestMessage Request(ExchangeRig rig, string path, VerifyKey named, SigningKey signer, TimeSpan clockAhead)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(rig.Address, path));
        var (input, signature) = RequestSignature.Sign(signer, request.Method.Method, request.RequestUri!, rig.Time.GetUtcNow() + clockAhead);
        request.Headers.Add(SignatureInput.Name, (input with { KeyId = named }).Header);
        request.Headers.Add(RequestSignature.Name, signature);
        return request;
    }

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
