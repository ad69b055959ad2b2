using IntakeBot.Core.Sealing;
using static IntakeBot.Tests.Sealing.VectorKit.FixedRoster;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>organisation.pub, roster.sig and pinned.json; and rosters that are good.</summary>
internal static class RosterFileVectors
{
    public static IEnumerable<Vector> All() => [.. Good(), .. Organisations(), .. Signatures(), .. Pins()];

    private static IEnumerable<Vector> Good()
    {
        Vector Opens(string name, string about, Action<FixedRoster> change, string desks = "hotline", int today = Today)
        {
            var roster = new FixedRoster();
            change(roster);
            return roster.Draft($"good-{name}", Vector.Success, about, desks, today);
        }

        yield return Opens("plain", "Two members of one desk.", _ => { });
        yield return Opens("last-day", "Its last day is today.", r => r.Set("notAfter", "2026-11-23"));
        yield return Opens("first-day", "Epochs start today.", r => r.Set("epochStart", "2026-11-23").Reissue(0));
        yield return Opens("default-days", "No length of epochs: 28 days.", r => r.Json.Remove("epochDays"));
        yield return Opens("null-days", "The length of epochs is null: 28 days.", r => r.Set("epochDays", null));
        yield return Opens("most", "The largest serial and 32 places.", r => r.Set("serial", uint.MaxValue).Set("places", 32).Set("members.1.place", 31));
        yield return Opens("safeguarding", "A second desk, and both are in use.", r => r.Add(3, "sol", "lead", "safeguarding", 1), "hotline safeguarding");
        yield return Opens("auditor", "An auditor has no file and no stanza.", r => r.Add(1, "eva", "auditor", "hotline"));
        yield return Opens("recovery", "A recovery key is a recipient like any other.", r => r.Set("members.1.recovery", true));
        yield return Opens("ahead", "A key for a later epoch.", r => r.Add(1, "cho", "staff", "hotline", 1, 4));
        yield return Opens("pinned", "The same roster again.", r => { r.Sign(); r.Pin(7, RosterFolder.HashOf(r.Files[RosterFile])); });
        yield return Opens("newer", "A newer roster than the pinned one.", r => r.Pin(6, new string('0', 64)));
        yield return TextForgeries.Signed("good-escapes", Vector.Success, "A name and a text written with escapes.", t => t.Replace("\"serial\"", "\"\\u0073erial\"", StringComparison.Ordinal).Replace("\"hotline\",\"s", "\"hotl\\u0069ne\",\"s", StringComparison.Ordinal));
        yield return TextForgeries.Signed("good-blanks", Vector.Success, "Blanks and line ends between the names.", t => t.Replace(",", " ,\r\n\t", StringComparison.Ordinal));
        yield return TextForgeries.Changed("good-organisation-blanks", Vector.Success, "Blanks and CR LF around the organisation's key.", OrganisationFile, t => $" {t.Trim()}\r\n");
        yield return TextForgeries.Changed("good-signature-bare", Vector.Success, "A signature without a line end.", SignatureFile, t => t.Trim());
    }

    private static IEnumerable<Vector> Organisations()
    {
        Vector Wrong(string name, string about, Func<string, string?> change) => TextForgeries.Changed($"organisation-{name}", "organisation", about, OrganisationFile, change);

        yield return Wrong("missing", "There is no organisation.pub.", _ => null);
        yield return Wrong("zero", "The key is all zero.", _ => new string('A', 43));
        yield return Wrong("short", "The key has 42 letters.", t => t[..42]);
        yield return Wrong("padded", "The key has padding.", t => t.Trim() + "=");
        yield return Wrong("bits", "The last letter of the key has bits that say nothing.", t => TextForgeries.LastBit(t.Trim()));
        yield return Wrong("two-lines", "The key is broken over two lines.", t => t.Insert(20, "\n"));
    }

    private static IEnumerable<Vector> Signatures()
    {
        Vector Shape(string name, string about, Func<string, string?> change) => TextForgeries.Changed($"signature-{name}", "signature", about, SignatureFile, change);
        Vector Other(string name, string about, Action<FixedRoster> sign)
        {
            var roster = new FixedRoster();
            sign(roster);
            return roster.Draft($"signed-{name}", "roster", about);
        }

        byte[] Json(FixedRoster roster) => System.Text.Encoding.UTF8.GetBytes(roster.Json.ToJsonString());

        yield return Shape("missing", "There is no roster.sig.", _ => null);
        yield return Shape("empty", "It holds no byte.", _ => "");
        yield return Shape("63", "It has 63 bytes.", t => Convert.ToBase64String(Convert.FromBase64String(t)[..63]));
        yield return Shape("65", "It has 65 bytes.", t => Convert.ToBase64String([.. Convert.FromBase64String(t), 0]));
        yield return Shape("text", "It is no base64.", _ => "not base64 at all");
        yield return Shape("broken", "A line end within it.", t => t.Insert(40, "\n"));
        yield return Shape("unpadded", "Its padding is missing.", t => t.Trim().TrimEnd('='));
        yield return Shape("bits", "Its last letter has bits that say nothing.", t => t.Trim()[..85] + (char)(t[85] + 1) + "==");
        yield return Other("other-key", "The Exchange signed it.", r => r.Sign(Json(r), "exchange"));
        yield return Other("purpose", "It was signed for another purpose.", r => r.Sign(Json(r), purpose: "epoch key"));
        yield return Other("appended", "A blank follows what was signed.", r => { r.Sign(); r.Files[RosterFile] = [.. r.Files[RosterFile], (byte)' ']; });
        yield return Other("other-serial", "The serial was changed after it was signed.", r => { r.Sign(); r.Set("serial", 8); r.Files[RosterFile] = Json(r); });
        yield return Other("bit", "One bit of the signature is changed.", r =>
        {
            r.Sign();
            r.Files[SignatureFile] = System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(Fixed.Flip(Key("organisation").Sign("roster", Json(r)), 40)));
        });
        yield return Other("unframed", "The bytes were signed without the frame.", r =>
        {
            r.Sign();
            r.Files[SignatureFile] = System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(Key("organisation").SignRaw(Json(r))));
        });
    }

    private static IEnumerable<Vector> Pins()
    {
        var hash = new string('0', 64);

        Vector Pinned(string name, string expect, string about, Action<FixedRoster> pin)
        {
            var roster = new FixedRoster();
            pin(roster);
            return roster.Draft($"pin-{name}", expect, about);
        }

        Vector Text(string name, string about, Func<string, string> change) => Pinned(name, "pin", about, r =>
        {
            r.Pin(6, hash);
            r.Files[PinFile] = System.Text.Encoding.UTF8.GetBytes(change(System.Text.Encoding.UTF8.GetString(r.Files[PinFile])));
        });

        yield return Pinned("older", "roster", "Its serial is smaller than the pinned one.", r => r.Pin(8, hash));
        yield return Pinned("same-serial", "roster", "Its serial was in use with other contents.", r => r.Pin(7, hash));
        yield return Pinned("organisation", "pin", "Another organisation is pinned.", r => r.Pin(6, hash, "usurper"));
        yield return Text("no-key", "The pinned organisation is no key.", t => t.Replace(Key("organisation").Public.ToString(), new string('A', 43), StringComparison.Ordinal));
        yield return Text("unknown", "A name that no pin has.", t => t.Replace("{", "{\"colour\":1,", StringComparison.Ordinal));
        yield return Text("missing", "The serial is missing.", t => t.Replace("\"serial\":6,", "", StringComparison.Ordinal));
        yield return Text("empty", "No byte: it is never taken for a first run.", _ => "");
        yield return Text("null", "The word null.", _ => "null");
    }
}
