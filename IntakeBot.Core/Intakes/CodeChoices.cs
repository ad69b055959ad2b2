using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace IntakeBot.Core.Intakes;

/// <summary>Six last groups, one of them hers: who picks it has looked at her number.</summary>
public sealed record CodeChoices
{
    public const int Count = 6;

    private const int Groups = 10_000;

    private CodeChoices(IReadOnlyList<string> groups, int right) => (LastGroups, Right) = (groups, right);

    /// <summary>Four digits each, all different.</summary>
    public IReadOnlyList<string> LastGroups { get; }

    /// <summary>Index of hers.</summary>
    public int Right { get; }

    /// <summary>
    /// The same for the same <paramref name="chance"/>, so that a screen drawn again is the same screen; 16 random bytes or more that
    /// have no other use in the open.
    /// </summary>
    internal static CodeChoices Of(string lastGroup, ReadOnlySpan<byte> chance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(chance.Length, 16);
        var key = chance.ToArray();
        var draw = 0;
        var right = Draw(key, ref draw, Count);
        var groups = new List<string>();
        while (groups.Count < Count)
        {
            var group = groups.Count == right ? lastGroup : Draw(key, ref draw, Groups).ToString("0000", CultureInfo.InvariantCulture);
            if (!groups.Contains(group) && (groups.Count == right || group != lastGroup))
            {
                groups.Add(group);
            }
        }

        return new(groups, right);
    }

    /// <summary>Says nothing: one of them ends her number.</summary>
    public override string ToString() => nameof(CodeChoices);

    /// <summary>0 to <paramref name="below"/> - 1, none likelier than another: what does not divide evenly is drawn again.</summary>
    private static int Draw(byte[] key, ref int draw, int below)
    {
        Span<byte> counter = stackalloc byte[4];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var limit = 65_536 / below * below;
        int drawn;
        do
        {
            BinaryPrimitives.WriteInt32BigEndian(counter, draw++);
            _ = HMACSHA256.HashData(key, counter, hash);
            drawn = BinaryPrimitives.ReadUInt16BigEndian(hash);
        }
        while (drawn >= limit);
        return drawn % below;
    }
}
