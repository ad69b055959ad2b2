using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace IntakeBot.Tests.Proof;

/// <summary>Gathers what is to be searched for, from many people at once.</summary>
internal sealed class LeakNeedles
{
    private const int LocatorAt = 4;
    private const int KeyAt = 20;
    private const int MacAt = 36;

    /// <summary>The first character of a button's text that is of its key alone.</summary>
    private const int KeyTextAt = 27;

    private readonly Lock _lock = new();
    private readonly List<LeakNeedle> _needles = [];

    public void Add(LeakKind kind, ReadOnlySpan<byte> secret)
    {
        var needle = LeakNeedle.Of(kind, secret);
        lock (_lock)
        {
            _needles.Add(needle);
        }
    }

    /// <summary>UTF-8. What is ASCII is found in UTF-16 too; other words need needles of their own.</summary>
    public void Add(LeakKind kind, string text)
    {
        Add(kind, Encoding.UTF8.GetBytes(text));
        if (!Ascii.IsValid(text))
        {
            Add(kind, Encoding.Unicode.GetBytes(text));
            Add(kind, Encoding.BigEndianUnicode.GetBytes(text));
        }
    }

    public void AddNumber(LeakKind kind, long number)
    {
        Add(kind, number.ToString(CultureInfo.InvariantCulture));
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        Add(kind, bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        Add(kind, bytes);
    }

    /// <summary>The data of a button: version 1, step 2, option 1, L 16, k 16, MAC 12.</summary>
    public void AddButton(string data)
    {
        var bytes = Base64Url.DecodeFromChars(data);
        Add(LeakKind.CallbackData, data[KeyTextAt..]);
        Add(LeakKind.Locator, bytes.AsSpan(LocatorAt, KeyAt - LocatorAt));
        Add(LeakKind.StepKey, bytes.AsSpan(KeyAt, MacAt - KeyAt));
    }

    public LeakIndex Close()
    {
        lock (_lock)
        {
            _needles.Sort();
            return new([.. _needles.Distinct()]);
        }
    }
}
