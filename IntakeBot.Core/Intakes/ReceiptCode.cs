using System.Security.Cryptography;
using System.Text;

namespace IntakeBot.Core.Intakes;

/// <summary>
/// The number with which a person comes back: 19 random digits and a check digit. Whoever has it reads the replies to her, and can erase
/// what she said; it never opens what she said.
/// </summary>
public sealed class ReceiptCode : IEquatable<ReceiptCode>
{
    /// <summary>Digits, the check digit included.</summary>
    public const int Length = 20;

    /// <summary>Bytes in a blob: two digits each.</summary>
    public const int Size = Length / 2;

    private const int GroupLength = 4;

    /// <summary>Longer texts are no number, whatever stands in them.</summary>
    private const int MaxTyped = 200;

    private readonly byte[] _digits;

    private ReceiptCode(byte[] digits) => _digits = digits;

    /// <summary>The last four digits.</summary>
    public string LastGroup => Group(Length - GroupLength);

    public static ReceiptCode Draw()
    {
        var digits = new byte[Length];
        for (var i = 0; i < Length - 1; i++)
        {
            // Draws again where a remainder would make some digits likelier.
            digits[i] = (byte)RandomNumberGenerator.GetInt32(10);
        }

        digits[^1] = Damm.Of(digits.AsSpan(0, Length - 1));
        return new(digits);
    }

    /// <summary>What <paramref name="typed"/> is; <paramref name="code"/> is not null where it is a whole one. See <see cref="TypedDigit"/>.</summary>
    public static CodeReading Read(string typed, out ReceiptCode? code)
    {
        code = null;
        if (typed.Length > MaxTyped)
        {
            return CodeReading.None;
        }

        var digits = new byte[Length];
        var count = 0;
        foreach (var rune in typed.EnumerateRunes())
        {
            var digit = TypedDigit.Read(rune);
            if (digit == TypedDigit.Stranger)
            {
                return CodeReading.None;
            }

            if (digit >= 0 && count++ < Length)
            {
                digits[count - 1] = (byte)digit;
            }
        }

        if (count != Length)
        {
            return Math.Abs(count - Length) == 1 ? CodeReading.Nearly : CodeReading.None;
        }

        code = Damm.Of(digits) == 0 ? new(digits) : null;
        return code is null ? CodeReading.Mistyped : CodeReading.Whole;
    }

    /// <summary>From what <see cref="CopyTo"/> wrote; null for anything else.</summary>
    public static ReceiptCode? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
        {
            return null;
        }

        var digits = new byte[Length];
        for (var i = 0; i < Size; i++)
        {
            (digits[2 * i], digits[(2 * i) + 1]) = ((byte)(bytes[i] >> 4), (byte)(bytes[i] & 15));
        }

        return !digits.AsSpan().ContainsAnyInRange((byte)10, byte.MaxValue) && Damm.Of(digits) == 0 ? new(digits) : null;
    }

    /// <summary>Ten bytes, two digits each, the first digit in the upper half.</summary>
    public void CopyTo(Span<byte> bytes)
    {
        for (var i = 0; i < Size; i++)
        {
            bytes[i] = (byte)((_digits[2 * i] << 4) | _digits[(2 * i) + 1]);
        }
    }

    /// <summary>Twenty ASCII digits.</summary>
    public void CopyDigitsTo(Span<byte> ascii)
    {
        for (var i = 0; i < Length; i++)
        {
            ascii[i] = (byte)('0' + _digits[i]);
        }
    }

    /// <summary>As the person sees it, and only she: 4-4-4-4-4 with blanks between.</summary>
    public string Show() => string.Join(' ', Enumerable.Range(0, Length / GroupLength).Select(g => Group(g * GroupLength)));

    /// <summary>Six last groups in an order that <paramref name="chance"/> alone decides.</summary>
    public CodeChoices Choices(ReadOnlySpan<byte> chance) => CodeChoices.Of(LastGroup, chance);

    public bool Equals(ReceiptCode? other) => other is not null && CryptographicOperations.FixedTimeEquals(_digits, other._digits);

    public override bool Equals(object? obj) => Equals(obj as ReceiptCode);

    public override int GetHashCode() => HashCode.Combine(_digits[0], _digits[5], _digits[10], _digits[15]);

    /// <summary>Says nothing: a code belongs in no log.</summary>
    public override string ToString() => nameof(ReceiptCode);

    private string Group(int at) => Encoding.ASCII.GetString([.. _digits.Skip(at).Take(GroupLength).Select(d => (byte)('0' + d))]);
}
