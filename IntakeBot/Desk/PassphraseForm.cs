using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace IntakeBot.Desk;

/// <summary>
/// Reads passphrases of a form without making a string of it: a string stays in memory until the collector comes by. What the web
/// server read before us is out of reach.
/// </summary>
internal static class PassphraseForm
{
    /// <summary>For the caller to clear; empty where the field is missing or too long.</summary>
    public static async Task<char[]> ReadAsync(HttpRequest request, int most, CancellationToken cancellationToken) =>
        (await ReadTwiceAsync(request, most, cancellationToken)).Passphrase;

    /// <summary>Also the field that repeats it.</summary>
    public static async Task<(char[] Passphrase, char[] Again)> ReadTwiceAsync(HttpRequest request, int most, CancellationToken cancellationToken)
    {
        var body = GC.AllocateArray<byte>(most, pinned: true);
        try
        {
            var length = await request.Body.ReadAtLeastAsync(body, most, throwOnEndOfStream: false, cancellationToken);
            return length < most ? (Decode(body.AsSpan(0, length), "passphrase="u8), Decode(body.AsSpan(0, length), "again="u8)) : ([], []);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(body);
        }
    }

    private static char[] Decode(ReadOnlySpan<byte> form, ReadOnlySpan<byte> field)
    {
        foreach (var range in form.Split((byte)'&'))
        {
            if (form[range].StartsWith(field))
            {
                return Decode(form[range][field.Length..]);
            }
        }

        return [];
    }

    private static char[] Decode(ReadOnlySpan<byte> value)
    {
        var bytes = GC.AllocateArray<byte>(value.Length, pinned: true);
        var length = Unescape(value, bytes);
        var chars = new char[Encoding.UTF8.GetCharCount(bytes, 0, length)];
        _ = Encoding.UTF8.GetChars(bytes, 0, length, chars, 0);
        CryptographicOperations.ZeroMemory(bytes);
        return chars;
    }

    private static int Unescape(ReadOnlySpan<byte> value, Span<byte> into)
    {
        var length = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '%' && i + 2 < value.Length && Convert.FromHexString([(char)value[i + 1], (char)value[i + 2]], into.Slice(length, 1), out _, out _) == OperationStatus.Done)
            {
                i += 2;
            }
            else
            {
                into[length] = value[i] == '+' ? (byte)' ' : value[i];
            }

            length++;
        }

        return length;
    }
}
