using System.Globalization;
using System.Text;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>A button's text, and whether it was made for the one who pressed.</summary>
internal static class TokenReader
{
    public static Verdict Read(Vector vector)
    {
        if (Decode(vector, out var genuine) is not { } token)
        {
            return Verdict.Fails("token");
        }

        string[] lines =
        [
            $"language {token.Language}", $"step {token.Step}", $"option {token.Option}", $"L {token.Locator.Value:x32}", $"k {token.Key.Value:x32}",
        ];
        return new(genuine ? Vector.Success : "mac", Verdict.Text(lines));
    }

    public static CallbackToken? Decode(Vector vector, out bool genuine)
    {
        using var server = new ServerKey(vector.Hex("server key"));
        return CallbackToken.Decode(Encoding.UTF8.GetString(vector.Part("token")), server, Id(vector, "bot"), Id(vector, "person"), out genuine);
    }

    public static long Id(Vector vector, string key) => long.Parse(vector[key], CultureInfo.InvariantCulture);
}
