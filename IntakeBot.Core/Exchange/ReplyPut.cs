using System.Buffers.Binary;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Exchange;

/// <summary>
/// Body of a put reply, one size whatever it says and whoever signed: day written 2 ‖ sealed reply 2120 ‖ number of signatures 1 ‖ twice (place in
/// the roster 1 ‖ signature 64), zeros where there is one only. The mailbox stands in the path.
/// </summary>
public static class ReplyPut
{
    public const int Size = SignaturesAt + (Format.ReplySignatures * SignatureSize);

    /// <summary>Of a reply that all have signed, as a file on its way to a machine that reaches the Exchange.</summary>
    public const int FileSize = BodyAt + Size;

    private const byte FileKind = (byte)'R';
    private const int BodyAt = 2 + 16;
    private const int ReplyAt = Day.Size;
    private const int CountAt = ReplyAt + Format.ReplySize;
    private const int SignaturesAt = CountAt + 1;
    private const int SignatureSize = 1 + VerifyKey.SignatureSize;

    public static byte[] Encode(SignedReply reply)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reply.Signatures.Count, Format.ReplySignatures);
        var body = new byte[Size];
        BinaryPrimitives.WriteUInt16BigEndian(body, reply.Written.Number);
        reply.Reply.Bytes.CopyTo(body.AsSpan(ReplyAt));
        body[CountAt] = (byte)reply.Signatures.Count;
        foreach (var (i, signature) in reply.Signatures.Index())
        {
            body[SignaturesAt + (i * SignatureSize)] = signature.RosterPlace;
            signature.Bytes.CopyTo(body, SignaturesAt + (i * SignatureSize) + 1);
        }

        return body;
    }

    /// <summary>Null for anything that <see cref="Encode"/> does not write.</summary>
    public static SignedReply? Decode(Place mailbox, ReadOnlySpan<byte> body)
    {
        if (body.Length != Size || body[CountAt] is 0 or > Format.ReplySignatures
            || body[(SignaturesAt + (body[CountAt] * SignatureSize))..].ContainsAnyExcept((byte)0))
        {
            return null;
        }

        var signatures = new List<ReplySignature>();
        for (var at = SignaturesAt; signatures.Count < body[CountAt]; at += SignatureSize)
        {
            signatures.Add(new(body[at], body.Slice(at + 1, VerifyKey.SignatureSize).ToArray()));
        }

        return new()
        {
            Mailbox = mailbox,
            Written = new(BinaryPrimitives.ReadUInt16BigEndian(body)),
            Reply = SealedReply.Read(body.Slice(ReplyAt, Format.ReplySize))!,
            Signatures = signatures,
        };
    }

    /// <summary>Format version 1 ‖ kind 1 ‖ mailbox 16 ‖ body. It does not say which intake it answers.</summary>
    public static byte[] EncodeFile(SignedReply reply) => [Format.Version, FileKind, .. reply.Mailbox.ToArray(), .. Encode(reply)];

    /// <summary>Null for anything that <see cref="EncodeFile"/> does not write.</summary>
    public static SignedReply? DecodeFile(ReadOnlySpan<byte> file) =>
        file.Length == FileSize && file[0] == Format.Version && file[1] == FileKind ? Decode(Place.Read(file[2..]), file[BodyAt..]) : null;
}
