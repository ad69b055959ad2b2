using System.Text.Json;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Exchange;

/// <summary>What an auditor can tell from the log's pages alone, and from what was pinned before.</summary>
public sealed class ExchangeLogChainTests
{
    private const int Length = 600;

    private static readonly ExchangeLogChain Chain = ExchangeLogChain.Empty.Append(LogCase.Entries(Length));
    private static readonly Day Now = LogCase.Today.Plus(Length / 2);
    private static readonly HeadPin Pin = HeadPin.Of(Chain.Links[^1]);

    [Fact]
    public void A_whole_log_is_whole_with_and_without_a_pin_of_any_age()
    {
        foreach (var pin in new[] { null, Pin, HeadPin.Of(Chain.Links[0]), HeadPin.Of(Chain.Links[300]) })
        {
            var reading = Read(Chain, pin);
            Assert.Equal((ExchangeLogState.Whole, null, 1u), (reading.State, reading.BrokenAt, reading.First));
            Assert.Equal(LogCase.Entries(Length).Select((e, i) => e with { Number = (uint)i + 1 }), reading.Entries);
            Assert.Equal(Pin, reading.Head);
        }

        Assert.Equal((ExchangeLogState.Whole, null), (Read(ExchangeLogChain.Empty).State, Read(ExchangeLogChain.Empty).Head));
        Assert.Equal(ExchangeLogState.Whole, Read(Chain.Append(LogCase.Entries(3)), Pin).State);
    }

    [Theory]
    [InlineData("changed", 301)]
    [InlineData("removed", 301)]
    [InlineData("inserted", 301)]
    [InlineData("moved", 301)]
    [InlineData("with another hash", 301)]
    [InlineData("first removed", 1)]
    [InlineData("another start", 1)]
    public void An_entry_that_does_not_follow_is_named(string what, int at)
    {
        var pages = Pages(Chain).ToList();
        var lines = pages.SelectMany(p => p.Entries).ToList();
        var other = Convert.ToHexStringLower(ExchangeLogChain.Empty.Append(LogCase.Entries(Length + 1)).Links[^1].Encode());
        switch (what)
        {
            case "changed":
                lines[300] = lines[300][..86] + "ff" + lines[300][88..];
                break;
            case "with another hash":
                lines[300] = lines[300][..^2] + (lines[300].EndsWith("00", StringComparison.Ordinal) ? "01" : "00");
                break;
            case "removed":
                lines.RemoveAt(300);
                break;
            case "inserted":
                lines.Insert(300, other);
                break;
            case "moved":
                (lines[300], lines[301]) = (lines[301], lines[300]);
                break;
            case "first removed":
                lines.RemoveAt(0);
                break;
            default:
                pages[0] = pages[0] with { Before = new('1', 64) };
                break;
        }

        var reading = ExchangeLogReading.Of([.. lines.Chunk(ExchangeLogPage.Limit).Select(c => pages[0] with { Entries = c })], Pin, Now);

        Assert.Equal((ExchangeLogState.Broken, (uint)at), (reading.State, reading.BrokenAt));
        Assert.Null(reading.Head);
        Assert.Equal(lines.Count, reading.Entries.Count);
    }

    [Fact]
    public void One_that_was_written_anew_or_cut_short_is_told_by_the_pin_alone()
    {
        var entries = LogCase.Entries(Length).ToList();
        var anew = new Dictionary<string, ExchangeLogChain>
        {
            ["changed"] = ExchangeLogChain.Empty.Append(entries.Select((e, i) => i == 300 ? e with { Count = 1 } : e)),
            ["removed"] = ExchangeLogChain.Empty.Append(entries.Where((_, i) => i != 300)),
            ["inserted"] = ExchangeLogChain.Empty.Append(entries.Take(300).Append(entries[0]).Concat(entries.Skip(300))),
            ["moved"] = ExchangeLogChain.Empty.Append(entries.Take(300).Append(entries[301]).Append(entries[300]).Concat(entries.Skip(302))),
            ["the tail gone"] = ExchangeLogChain.Empty.Append(entries.SkipLast(1)),
            ["everything gone"] = ExchangeLogChain.Empty,
            ["cut too early"] = Chain.Append(LogCase.Entries(1).Select(e => e with { Day = Now.Plus(2000) })).Cut(Now.Plus(2000)),
        };

        Assert.All(anew, a => Assert.Equal(ExchangeLogState.Whole, Read(a.Value).State));
        Assert.All(anew, a => Assert.Equal((a.Key, ExchangeLogState.Rewritten), (a.Key, Read(a.Value, Pin).State)));
        Assert.All(anew, a => Assert.Null(Read(a.Value, Pin).Head));
    }

    [Fact]
    public void A_pin_is_let_go_only_when_its_entry_was_due_to_go()
    {
        var (log, pin) = (Chain.Cut(LogCase.Today.Plus(400)), HeadPin.Of(Chain.Links[0]));
        Assert.InRange(log.First, 60u, 80u);

        Assert.Equal(ExchangeLogState.Whole, Read(log, pin, LogCase.Today.Plus(367)).State);
        Assert.Equal(ExchangeLogState.Rewritten, Read(log, pin, LogCase.Today.Plus(366)).State);
        Assert.Equal(ExchangeLogState.Rewritten, Read(ExchangeLogChain.Empty, pin, LogCase.Today.Plus(4000)).State);
        var nothingLeft = ExchangeLogPage.Of(log, 0) with { First = 5_000, Entries = [] };
        Assert.Equal(ExchangeLogState.Rewritten, ExchangeLogReading.Of([nothingLeft], pin, LogCase.Today.Plus(4000)).State);
        var last = HeadPin.Of(Chain.Links[(int)log.First - 2]);
        Assert.Equal(ExchangeLogState.Whole, Read(log, last, LogCase.Today.Plus(4000)).State);
        Assert.Equal(ExchangeLogState.Rewritten, Read(log, last with { Hash = new('a', 64) }, LogCase.Today.Plus(4000)).State);
    }

    [Fact]
    public void No_bit_of_the_file_can_be_changed()
    {
        var file = ExchangeLogChain.Empty.Append(LogCase.Entries(3)).Encode();
        Assert.Equal(file, ExchangeLogChain.Decode(file)!.Encode());

        for (var i = 0; i < file.Length * 8; i++)
        {
            file[i / 8] ^= (byte)(1 << (i % 8));
            Assert.Null(ExchangeLogChain.Decode(file));
            file[i / 8] ^= (byte)(1 << (i % 8));
        }

        Assert.All(Enumerable.Range(1, file.Length - 1).Where(n => n % ExchangeLogLink.Size != 0), n => Assert.Null(ExchangeLogChain.Decode(file.AsSpan(..^n))));
    }

    [Fact]
    public void Its_bytes_are_those_of_the_second_implementation()
    {
        var entry = new ExchangeLogEntry
        {
            Number = 1,
            Day = LogCase.Today,
            Place = 3,
            Member = VerifyKey.Read([.. Enumerable.Range(1, 32).Select(i => (byte)i)]),
            Kind = ExchangeLogKind.ColdRows,
            Count = 258,
            Different = 100,
        };
        var link = ExchangeLogChain.Empty.Append([entry]).Links[0].Encode();
        var (bytes, hash) = (Convert.ToHexStringLower(link.AsSpan(0, ExchangeLogEntry.Size)), Convert.ToHexStringLower(link.AsSpan(ExchangeLogEntry.Size)));

        Assert.Equal("00000001512c030102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20010000010200000064", bytes);
        Assert.Equal("8c315d3ca3dd818588d51c9528ffadefb958d261bc0f87434340b94d41b5f737", hash);
        var document = File.ReadAllText(Repository.Path("docs", "seal-format-keys.md"));
        Assert.Contains(bytes, document, StringComparison.Ordinal);
        Assert.Contains(hash, document, StringComparison.Ordinal);
        Assert.Contains($"up to {ExchangeLogPage.Size:N0} bytes always", document, StringComparison.Ordinal);
        Assert.Equal(entry, ExchangeLogEntry.Read(entry.Encode()));
    }

    [Fact]
    public void A_pin_is_read_as_it_is_written_and_no_other_way()
    {
        var text = Pin.ToString();

        Assert.Equal(Pin, HeadPin.Parse(text));
        string[] others = ["", text + " ", " " + text, "0" + text, text[1..], text[..^1], text.ToUpperInvariant(), text.Replace(' ', '\t'), text.Replace("600", "-1", StringComparison.Ordinal)];
        Assert.All(others, t => Assert.Null(HeadPin.Parse(t)));
    }

    [Fact]
    public void A_page_that_is_none_is_refused()
    {
        var page = ExchangeLogPage.Of(Chain, 0);
        ExchangeLogPage[] wrong =
        [
            page with { Before = "" }, page with { Before = new('A', 64) }, page with { Entries = [.. page.Entries, page.Entries[0]] }, page with { Entries = [page.Entries[0][1..]] },
        ];

        Assert.All(wrong, w => Assert.Throws<InvalidDataException>(() => ExchangeLogReading.Of([w], null, Now)));
        Assert.Throws<InvalidDataException>(() => ExchangeLogReading.Of([], null, Now));
    }

    /// <summary>As they come over the network.</summary>
    private static IEnumerable<ExchangeLogPage> Pages(ExchangeLogChain chain)
    {
        for (var after = 0u; ; after += ExchangeLogPage.Limit)
        {
            var bytes = ExchangeLogPage.Of(chain, after == 0 ? 0 : chain.First + after - 1).Encode();
            Assert.Equal(ExchangeLogPage.Size, bytes.Length);
            var page = JsonSerializer.Deserialize(bytes, ExchangeJson.Default.ExchangeLogPage)!;
            yield return page;
            if (page.Entries.Count < ExchangeLogPage.Limit)
            {
                yield break;
            }
        }
    }

    private static ExchangeLogReading Read(ExchangeLogChain chain, HeadPin? pin = null, Day? today = null) => ExchangeLogReading.Of([.. Pages(chain)], pin, today ?? Now);
}
