using System.Text;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Sealing.VectorKit;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Sealing;

/// <summary>What holds for the vectors together.</summary>
public sealed class VectorLawTests
{
    private static IReadOnlyList<Vector> Shipped => VectorTests.Shipped;

    [Fact]
    public void There_are_enough_and_every_layer_has_some()
    {
        var layers = Shipped.GroupBy(v => v.Expect).ToDictionary(g => g.Key, g => g.Count());

        Assert.True(Shipped.Count >= 150, $"there are only {Shipped.Count}");
        Assert.Equal(
            [
                "answer", "blob", "event", "heading", "identity", "key file", "mac", "mailbox", "member", "organisation", "pin", "roster", "row", "signature", "slot", "stanza",
                "success", "token",
            ],
            layers.Keys.Order(StringComparer.Ordinal));
        Assert.All(layers, l => Assert.True(l.Value >= 5, $"{l.Key} has only {l.Value}"));
    }

    /// <summary>Also on a disk that does not tell capitals from small letters.</summary>
    [Fact]
    public void No_two_have_one_name_or_one_content()
    {
        Assert.Equal(Shipped.Count, Shipped.Select(v => v.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Empty(Shipped.GroupBy(Material).Where(g => g.Count() > 1).Select(g => string.Join(' ', g.Select(v => v.Name))));
    }

    [Fact]
    public void Every_file_is_written_in_the_one_form() => Assert.All(Shipped, vector =>
        Assert.Equal(File.ReadAllText(Repository.Path("IntakeBot.Tests", "Sealing", "vectors", vector.Name + VectorWriter.Ending)), vector.Encode()));

    /// <summary>So a reader that looks at the hash alone is found out by the others.</summary>
    [Fact]
    public void Only_those_that_say_so_have_a_wrong_row_hash() => Assert.All(
        Shipped.Where(v => v.Kind is "row" or "intake" or "blob" or "mailbox" or "event").SelectMany(v => v.Parts, (v, p) => (v.Name, p.Bytes)),
        row => Assert.Equal(row.Name.StartsWith("row-hash-", StringComparison.Ordinal) || row.Name == "blob-row", !HashIsRight(row.Bytes)));

    [Fact]
    public void Whatever_row_decodes_is_written_so_again()
    {
        var rows = Shipped.Where(v => v.Kind is "row" or "intake" or "blob" or "mailbox" or "event").SelectMany(v => v.Parts).Select(p => (p.Bytes, Row: SealedRow.Decode(p.Bytes))).ToList();

        Assert.True(rows.Count(r => r.Row is not null) > 200);
        Assert.All(rows.Where(r => r.Row is not null), r => Assert.Equal(r.Bytes, r.Row!.Encode()));
    }

    [Fact]
    public void Whatever_heading_or_answer_decodes_is_written_so_again()
    {
        var payloads = Shipped.Where(v => v.Kind == "intake").SelectMany(v => v.Reads!.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Select(l => l.Split(' ')[1]).Where(p => p is not ("damaged" or "-")).Distinct().Select(Convert.FromHexString).ToList();

        Assert.True(payloads.Count > 30);
        Assert.All(payloads, p => Assert.Equal(Heading.Decode(p)?.Encode() ?? p, p));
        Assert.All(payloads, p => Assert.Equal(Answer.Decode(p)?.Encode() ?? p, p));
    }

    [Fact]
    public void Whatever_token_decodes_is_written_so_again() => Assert.All(Shipped.Where(v => v.Expect is "mac" || v is { Kind: "token", Expect: Vector.Success }), vector =>
    {
        using var server = new ServerKey(vector.Hex("server key"));
        var token = TokenReader.Decode(vector, out var genuine)!.Value;
        var (text, again) = (Encoding.ASCII.GetString(vector.Part("token")), token.Encode(server, TokenReader.Id(vector, "bot"), TokenReader.Id(vector, "person")));

        Assert.Equal(text[..48], again[..48]);
        Assert.Equal(genuine, text == again);
    });

    [Fact]
    public void Whatever_blob_opens_is_written_so_again() => Assert.All(Shipped.Where(v => v is { Kind: "blob", Expect: Vector.Success }), vector =>
    {
        using var blob = BlobReader.Open(vector, (HotRow)SealedRow.Decode(vector.Part("hot"))!, StepKey.Read(vector.Hex("k")), out _)!;
        using var again = Blob.Begin(blob.Walk, blob.Heading);
        (again.Code, again.WayBack) = (blob.Code, blob.WayBack);
        blob.IntakeId.CopyTo(again.IntakeId);
        blob.After.CopyTo(again.After);
        blob.Positions.CopyTo(again.Positions);
        foreach (var slot in Slot.All)
        {
            blob.NextKey(slot).CopyTo(again.NextKey(slot));
            for (var change = 0; change < blob.ChangesOf(slot); change++)
            {
                again.CountChange(slot);
            }
        }

        Assert.Equal(RowCase.Plaintext(blob), RowCase.Plaintext(again));
    });

    [Fact]
    public void Whatever_identity_opens_is_written_so_again() => Assert.All(Shipped.Where(v => v is { Kind: "identity", Expect: Vector.Success }), vector =>
    {
        var file = vector.Part("identity");
        byte[] key = new byte[Aead.KeySize], content = new byte[file.Length - 26 - Aead.Overhead];
        PassphraseKey.Fill(key, Encoding.UTF8.GetString(vector.Hex("passphrase")), file.AsSpan(10, 16), new(file[5], file[9]));
        Assert.True(Aead.TryOpen(content, file.AsSpan(26), file.AsSpan(0, 26), key));
        using var identity = IdentityReader.Open(vector)!;

        Assert.Equal(content, identity.Encode());
    });

    private static bool HashIsRight(byte[] row) => row.Length > Hash.Size && row.AsSpan().SequenceEqual(Fixed.Rehashed(row));

    private static string Material(Vector vector)
    {
        var text = vector.Encode();
        return vector.Kind + text[text.IndexOf('\n', text.IndexOf("\nabout: ", StringComparison.Ordinal) + 1)..];
    }
}
