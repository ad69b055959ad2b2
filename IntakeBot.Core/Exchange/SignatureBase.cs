using System.Text;

namespace IntakeBot.Core.Exchange;

/// <summary>What a signature of RFC 9421 is made over: one line for each covered component, and the parameters last (section 2.5).</summary>
public static class SignatureBase
{
    /// <summary><paramref name="parameters"/> is what stands after the label in Signature-Input, character for character.</summary>
    public static byte[] Of(IEnumerable<(string Name, string Value)> components, string parameters)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in components)
        {
            text.Append('"').Append(name).Append("\": ").Append(value).Append('\n');
        }

        text.Append("\"@signature-params\": ").Append(parameters);
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
