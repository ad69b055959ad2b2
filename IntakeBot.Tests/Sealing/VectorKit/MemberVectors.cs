using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using IntakeBot.Core.Sealing;
using static IntakeBot.Tests.Sealing.VectorKit.FixedRoster;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>members/ben.json: what a member says of the own keys.</summary>
internal static class MemberVectors
{
    private static readonly string File = MemberFileOf("ben");

    public static IEnumerable<Vector> All() => [.. Files(), .. Keys(), .. Shared()];

    private static IEnumerable<Vector> Files()
    {
        Vector Wrong(string name, string about, Func<string, string?> change) => TextForgeries.Changed($"member-{name}", "member", about, File, change);
        Vector Late(string name, string about, Func<string, string?> change) => TextForgeries.Changed($"late-{name}", Vector.Success, about, File, change);
        Vector Field(string name, string about, string field, Func<string, string> change) => Wrong(name, about, t =>
        {
            var json = JsonNode.Parse(t)!;
            json["epochs"]![0]![field] = change((string)json["epochs"]![0]![field]!);
            return json.ToJsonString();
        });

        yield return Wrong("missing", "The file is missing.", _ => null);
        yield return Wrong("other", "It is Ada's file.", _ => Encoding.UTF8.GetString(MemberFile.Encode(IdentityOf("ada", 1))));
        yield return Late("no-epochs", "It states no key; Ada has one.", t => { var json = JsonNode.Parse(t)!; json["epochs"] = new JsonArray(); return json.ToJsonString(); });
        yield return Wrong("epoch-null", "A statement is null.", t => { var json = JsonNode.Parse(t)!; json["epochs"]!.AsArray().Add(null); return json.ToJsonString(); });
        yield return Late("next-epoch-only", "It states no key for the current epoch; Ada has one.", _ => Encoding.UTF8.GetString(MemberFile.Encode(IdentityOf("ben", 2))));
        yield return Late("last-epoch-only", "It states a key for the epoch before; Ada has one for this.", _ => Encoding.UTF8.GetString(MemberFile.Encode(IdentityOf("ben", 0))));
        yield return Wrong("unknown", "A name that no such file has.", t => t.Replace("{\n  \"signingKey\"", "{\"colour\":1,\n  \"signingKey\"", StringComparison.Ordinal));
        yield return Wrong("cut", "The text ends early.", t => t.TrimEnd()[..^1]);
        yield return Wrong("epoch-negative", "The epoch is negative.", t => t.Replace("\"epoch\": 1", "\"epoch\": -1", StringComparison.Ordinal));
        yield return Wrong("epoch-changed", "The epoch is another than was signed.", t => t.Replace("\"epoch\": 1", "\"epoch\": 2", StringComparison.Ordinal));
        yield return Field("key-padded", "The key has padding.", "key", k => k + "==");
        yield return Field("key-blank", "A blank stands in the key.", "key", k => k.Insert(100, " "));
        yield return Field("key-bits", "The last letter of the key has bits that say nothing.", "key", TextForgeries.LastBit);
        yield return Field("key-shorter", "The key has 1215 bytes.", "key", k => Base64Url.EncodeToString(Base64Url.DecodeFromChars(k).AsSpan(0, 1215)));
        yield return Field("key-changed", "One bit of the key is changed after it was signed.", "key", k => Base64Url.EncodeToString(Fixed.Flip(Base64Url.DecodeFromChars(k), 1200)));
        yield return Field("signature-padded", "The signature has padding.", "signature", s => s + "==");
        yield return Field("signature-blank", "A line end behind the signature.", "signature", s => s + "\n");
        yield return Field("signature-bits", "The last letter of the signature has bits that say nothing.", "signature", TextForgeries.LastBit);
        yield return Field("signature-bit", "One bit of the signature is changed.", "signature", s => Base64Url.EncodeToString(Fixed.Flip(Base64Url.DecodeFromChars(s), 0)));
        yield return Field("signature-63", "The signature has 63 bytes.", "signature", s => Base64Url.EncodeToString(Base64Url.DecodeFromChars(s).AsSpan(0, 63)));
        yield return Field("signature-empty", "The signature is empty.", "signature", _ => "");
    }

    /// <summary>Keys that Ben has signed, but to which nothing can be sealed, or in another form.</summary>
    private static IEnumerable<Vector> Keys()
    {
        var good = IdentityOf("ben", 1).Statements()[0].Key.Bytes.ToArray();
        byte[] low = [1, .. new byte[31]];
        byte[] large = [.. Enumerable.Repeat((byte)0xFF, 1152)];

        yield return Stated("key-mlkem-zero", "The key's ML-KEM half is all zero.", Fixed.Put(good, 0, new byte[1184]));
        yield return Stated("key-x25519-zero", "The key's X25519 half is all zero.", Fixed.Put(good, 1184, new byte[32]));
        yield return Stated("key-low-order", "The key's X25519 half is of low order.", Fixed.Put(good, 1184, low));
        yield return Stated("key-range", "A coefficient of the key's ML-KEM half is out of range.", Fixed.Put(good, 0, large));
        yield return Stated("key-longer", "The key has 1217 bytes.", [.. good, 0]);
        yield return Stated("key-by-ada", "Ada signed Ben's key.", good, by: "ada");
        yield return Stated("key-purpose", "The key was signed for another purpose.", good, purpose: "roster");
        yield return Stated("key-little-endian", "The epoch was signed with its bytes reversed.", good, signed: [1, 0, 0, 0]);
        yield return Stated("key-later-unsigned", "The key of a later epoch is not signed by the member.", FixedIntakeKey("later"), epoch: 5, by: "ada");
        yield return Stated("epoch-twice", "One epoch is stated twice.", FixedIntakeKey("second"), epoch: 1, more: true);
    }

    private static IEnumerable<Vector> Shared()
    {
        var adas = IdentityOf("ada", 1).Statements()[0].Key.Bytes.ToArray();
        yield return Stated("key-adas", "Ben states Ada's key as his own.", adas, expect: "roster");
        yield return Stated("key-own-twice", "Ben states one key for two epochs.", IdentityOf("ben", 1).Statements()[0].Key.Bytes.ToArray(), epoch: 2, expect: "roster");
    }

    private static byte[] FixedIntakeKey(string name) => IdentityOf(name, 1).Statements()[0].Key.Bytes.ToArray();

    /// <summary>A statement in the place of Ben's own; one for another epoch, or one <paramref name="more"/>, stands behind it.</summary>
    private static Vector Stated(
        string name, string about, byte[] key, uint epoch = 1, string by = "ben", string purpose = "epoch key", byte[]? signed = null, bool more = false, string expect = "member") =>
        TextForgeries.Changed($"member-{name}", expect, about, File, text =>
        {
            var signature = Key(by).Sign(purpose, [.. signed ?? Big(epoch), .. key]);
            var entry = new JsonObject { ["epoch"] = epoch, ["key"] = Base64Url.EncodeToString(key), ["signature"] = Base64Url.EncodeToString(signature) };
            var json = JsonNode.Parse(text)!;
            var epochs = json["epochs"]!.AsArray();
            if (epoch == 1 && !more)
            {
                epochs.Clear();
            }

            epochs.Add(entry);
            return json.ToJsonString();
        });
}
