using System.Buffers.Binary;
using System.Security.Cryptography;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// A reply with its author's signature, on its way to the member who reads it before it goes. Sealed under a key from the intake's seed,
/// so that members who can open the intake can read it and nobody else; it holds what the reply was sealed from instead of its text, so
/// that what the second member reads is what the person will: docs/seal-format.md, "Draft of a reply".
/// </summary>
public sealed class ReplyDraft
{
    public const int Size = HeadSize + ContentSize + Aead.Overhead;

    private const byte Kind = (byte)'D';
    private const int HeadSize = 2 + Sixteen.Size;
    private const int DayAt = Sixteen.Size;
    private const int ReplyAt = DayAt + Day.Size;
    private const int DrawAt = ReplyAt + Format.ReplySize;
    private const int AuthorAt = DrawAt + SealedReply.DrawSize;
    private const int ContentSize = AuthorAt + 1 + VerifyKey.SignatureSize;

    private readonly byte[] _draw;

    private ReplyDraft(Place mailbox, Day written, SealedReply reply, byte[] draw, ReplySignature author) =>
        (Mailbox, Written, Reply, _draw, Author) = (mailbox, written, reply, draw, author);

    public Place Mailbox { get; }

    public Day Written { get; }

    public SealedReply Reply { get; }

    /// <summary>Who wrote it, as the file says: <see cref="SignedReply.Refusal"/> checks it.</summary>
    public ReplySignature Author { get; }

    /// <summary>Null where <paramref name="key"/> is not the one that slot M of the opened intake names.</summary>
    public static ReplyDraft? Write(Reply reply, RecipientKey key, ReadOnlySpan<byte> slotM, Day today, byte rosterPlace, SigningKey member)
    {
        var mailbox = Sealing.Mailbox.PlaceOf(key);
        if (!slotM.SequenceEqual(mailbox.ToArray()))
        {
            return null;
        }

        var draw = RandomNumberGenerator.GetBytes(SealedReply.DrawSize);
        var written = SealedReply.Seal(reply.Encode(), key, mailbox, draw);
        return new(mailbox, today, written, draw, SignedReply.Sign(mailbox, today, written, rosterPlace, member));
    }

    /// <summary>What the holder of <paramref name="key"/> will read; null where it is not sealed to that key.</summary>
    public Reply? TextFor(RecipientKey key) => Reply.OpenBy(_draw, key, Mailbox);

    /// <summary>With the author's signature and <paramref name="further"/> ones.</summary>
    public SignedReply ToSigned(params IEnumerable<ReplySignature> further) =>
        new() { Mailbox = Mailbox, Written = Written, Reply = Reply, Signatures = [Author, .. further] };

    /// <summary>Place of the intake that it answers; null where the file is no draft.</summary>
    public static Place? IntakeOf(ReadOnlySpan<byte> file) =>
        file.Length == Size && file[0] == Format.Version && file[1] == Kind ? Place.Read(file[2..]) : null;

    /// <summary>As a case event carries it: whoever can open the intake can read it, check it and sign it.</summary>
    public EventBody.ReplyDrafted ToEvent() => new(ReplyAnswers.NameOf(Reply.Id), Encode());

    /// <summary>Null where it has another name than the event says.</summary>
    public static ReplyDraft? Of(EventBody.ReplyDrafted drafted) =>
        Decode(drafted.Draft.Span) is var draft && ReplyAnswers.NameOf(draft.Reply.Id) == drafted.Name ? draft : null;

    /// <summary>The file; null where <paramref name="own"/> does not open the intake at <paramref name="ownPlace"/> of the roster.</summary>
    public byte[]? Seal(ColdRow intake, EpochSecret own, byte ownPlace)
    {
        var content = Encode();
        byte[] file = [Format.Version, Kind, .. intake.Place.ToArray(), .. new byte[ContentSize + Aead.Overhead]];
        var isOurs = WithKey(intake, own, ownPlace, key => Aead.Seal(file.AsSpan(HeadSize), content, file.AsSpan(0, HeadSize), key));
        CryptographicOperations.ZeroMemory(content);
        return isOurs ? file : null;
    }

    /// <summary>Null whatever was wrong: another intake's, not for this member, damaged, or no draft.</summary>
    public static ReplyDraft? Open(byte[] file, ColdRow intake, EpochSecret own, byte ownPlace)
    {
        if (IntakeOf(file) != intake.Place)
        {
            return null;
        }

        var content = new byte[ContentSize];
        var opens = false;
        _ = WithKey(intake, own, ownPlace, key => opens = Aead.TryOpen(content, file.AsSpan(HeadSize), file.AsSpan(0, HeadSize), key));
        return opens ? Decode(content) : null;
    }

    public override string ToString() => nameof(ReplyDraft);

    private byte[] Encode()
    {
        var content = new byte[ContentSize];
        Mailbox.CopyTo(content);
        BinaryPrimitives.WriteUInt16BigEndian(content.AsSpan(DayAt), Written.Number);
        Reply.Bytes.CopyTo(content.AsSpan(ReplyAt));
        _draw.CopyTo(content, DrawAt);
        content[AuthorAt] = Author.RosterPlace;
        Author.Bytes.CopyTo(content, AuthorAt + 1);
        return content;
    }

    private static ReplyDraft Decode(ReadOnlySpan<byte> content) => new(
        Place.Read(content),
        new(BinaryPrimitives.ReadUInt16BigEndian(content[DayAt..])),
        SealedReply.Read(content.Slice(ReplyAt, Format.ReplySize))!,
        content[DrawAt..AuthorAt].ToArray(),
        new(content[AuthorAt], content[(AuthorAt + 1)..].ToArray()));

    private static bool WithKey(ColdRow intake, EpochSecret own, byte ownPlace, Action<byte[]> use)
    {
        using var seed = ownPlace < intake.Places ? Stanza.Open(intake.StanzaAt(ownPlace), own, intake.Place, ownPlace) : null;
        if (seed is null)
        {
            return false;
        }

        var key = GC.AllocateArray<byte>(Aead.KeySize, pinned: true);
        seed.DraftKey(key);
        use(key);
        CryptographicOperations.ZeroMemory(key);
        return true;
    }
}
