using System.Buffers.Binary;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Exchange;

/// <summary>
/// The Exchange's log: entries of which each carries a hash over itself and all before it. Its oldest may have been cut off; then it begins
/// with the hash of what came before.
/// <code>"IntakeBot exchange log 1\n" ‖ number of the first entry 4 ‖ hash before it 32 ‖ links, 80 each</code>
/// </summary>
public sealed class ExchangeLogChain
{
    /// <summary>An entry may be cut when it is older than this.</summary>
    public const int DaysKept = 366;

    private readonly byte[] _before;

    private ExchangeLogChain(uint first, ReadOnlySpan<byte> before, IReadOnlyList<ExchangeLogLink> links) => (First, _before, Links) = (first, before.ToArray(), links);

    /// <summary>Of a server that has never written one.</summary>
    public static ExchangeLogChain Empty { get; } = new(1, new byte[ExchangeLogLink.HashSize], []);

    /// <summary>The number of the first entry that is there, or that will be.</summary>
    public uint First { get; }

    /// <summary>The hash of the entry before the first; all zero where none ever was.</summary>
    public ReadOnlySpan<byte> Before => _before;

    public IReadOnlyList<ExchangeLogLink> Links { get; }

    /// <summary>The number of the newest entry; that before <see cref="First"/> where there is none.</summary>
    public uint Last => (uint)(First + Links.Count - 1);

    public ReadOnlySpan<byte> Hash => Links.Count == 0 ? Before : Links[^1].Hash;

    private static ReadOnlySpan<byte> Title => "IntakeBot exchange log 1\n"u8;

    /// <summary>Numbers of <paramref name="entries"/> are given here.</summary>
    public ExchangeLogChain Append(IEnumerable<ExchangeLogEntry> entries)
    {
        var links = Links.ToList();
        var hash = Hash;
        foreach (var entry in entries)
        {
            links.Add(ExchangeLogLink.Of(hash, entry with { Number = (uint)(First + links.Count) }));
            hash = links[^1].Hash;
        }

        return new(First, Before, links);
    }

    /// <summary>A chain of its own that goes on where this one ends.</summary>
    public ExchangeLogChain Continue(IEnumerable<ExchangeLogEntry> entries) => new ExchangeLogChain(Last + 1, Hash, []).Append(entries);

    /// <summary>Without the oldest entries that may go on <paramref name="today"/>; the newest one always stays. The same where there are none.</summary>
    public ExchangeLogChain Cut(Day today)
    {
        var gone = Links.SkipLast(1).TakeWhile(l => today.Number - l.Entry.Day.Number > DaysKept).Count();
        return gone == 0 ? this : new((uint)(First + gone), Links[gone - 1].Hash, [.. Links.Skip(gone)]);
    }

    /// <summary>False for a number that is not here. Empty chains end with the hash that they begin with.</summary>
    public bool Has(uint number, ReadOnlySpan<byte> hash) =>
        number + 1 == First ? Before.SequenceEqual(hash) : number >= First && number <= Last && Links[(int)(number - First)].Hash.SequenceEqual(hash);

    public byte[] Encode()
    {
        var bytes = new byte[Title.Length + 4 + ExchangeLogLink.HashSize + (Links.Count * ExchangeLogLink.Size)];
        var rest = bytes.AsSpan();
        Title.CopyTo(rest);
        BinaryPrimitives.WriteUInt32BigEndian(rest[Title.Length..], First);
        Before.CopyTo(rest[(Title.Length + 4)..]);
        rest = rest[(Title.Length + 4 + ExchangeLogLink.HashSize)..];
        foreach (var link in Links)
        {
            link.Encode().CopyTo(rest);
            rest = rest[ExchangeLogLink.Size..];
        }

        return bytes;
    }

    /// <summary>Null for anything that <see cref="Encode"/> does not write, so also for an entry that was changed, removed or moved.</summary>
    public static ExchangeLogChain? Decode(ReadOnlySpan<byte> bytes)
    {
        var start = Title.Length + 4 + ExchangeLogLink.HashSize;
        if (bytes.Length < start || !bytes.StartsWith(Title) || (bytes.Length - start) % ExchangeLogLink.Size != 0)
        {
            return null;
        }

        var links = new List<ExchangeLogLink>();
        for (var rest = bytes[start..]; !rest.IsEmpty; rest = rest[ExchangeLogLink.Size..])
        {
            links.Add(ExchangeLogLink.Read(rest));
        }

        var chain = Of(BinaryPrimitives.ReadUInt32BigEndian(bytes[Title.Length..]), bytes[(Title.Length + 4)..start], links);
        return chain.BrokenAt() is null ? chain : null;
    }

    /// <summary>Not checked yet.</summary>
    internal static ExchangeLogChain Of(uint first, ReadOnlySpan<byte> before, IReadOnlyList<ExchangeLogLink> links) => new(first, before, links);

    /// <summary>Where it first does not go on as it should; null: it is whole in itself.</summary>
    internal uint? BrokenAt()
    {
        if (First == 0 || (First == 1 && Before.ContainsAnyExcept((byte)0)))
        {
            return First;
        }

        var hash = Before;
        var number = First;
        foreach (var link in Links)
        {
            if (!link.Follows(hash, number))
            {
                return number;
            }

            hash = link.Hash;
            number++;
        }

        return null;
    }
}
