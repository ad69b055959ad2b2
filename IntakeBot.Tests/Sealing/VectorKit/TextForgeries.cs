using System.Text;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>Texts that a careless reader takes for the right ones.</summary>
internal static class TextForgeries
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// <summary>The same bytes in base64url, but for a bit of the last letter that stands for nothing.</summary>
    public static string LastBit(string text) => text[..^1] + Alphabet[Alphabet.IndexOf(text[^1], StringComparison.Ordinal) ^ 1];

    /// <summary>A roster whose text was changed before it was signed.</summary>
    public static Vector Signed(string name, string expect, string about, Func<string, string> change)
    {
        var roster = new FixedRoster();
        var text = roster.Json.ToJsonString();
        var changed = change(text);
        Assert.NotEqual(text, changed);
        roster.Sign(Encoding.UTF8.GetBytes(changed));
        return roster.Draft(name, expect, about);
    }

    /// <summary>A good roster, one of whose other files was changed.</summary>
    public static Vector Changed(string name, string expect, string about, string file, Func<string, string?> change)
    {
        var roster = new FixedRoster();
        roster.Sign();
        var text = roster.Files.TryGetValue(file, out var bytes) ? Encoding.UTF8.GetString(bytes) : "";
        var changed = change(text);
        Assert.NotEqual(text, changed);
        roster.Files.Remove(file);
        if (changed is not null)
        {
            roster.Files[file] = Encoding.UTF8.GetBytes(changed);
        }

        return roster.Draft(name, expect, about);
    }
}
