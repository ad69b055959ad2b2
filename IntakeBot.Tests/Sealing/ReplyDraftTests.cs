using System.Security.Cryptography;
using System.Text;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using Native = IntakeBot.Core.Sealing.Sodium;

namespace IntakeBot.Tests.Sealing;

/// <summary>What a second member signs is what the person will read; and nobody else reads the draft.</summary>
public sealed class ReplyDraftTests : IDisposable
{
    private const string Words = "We have read it. Come back on Friday.";

    private readonly MailboxCase _case = new();
    private readonly SigningKey _author = SigningKey.Draw();

    public void Dispose()
    {
        _author.Dispose();
        _case.Dispose();
    }

    [Fact]
    public void A_colleague_reads_in_the_draft_what_she_will_read_in_her_mailbox()
    {
        var file = Sealed(Draft());

        var opened = Open(file)!;
        _case.Take(_case.Row.WithReply(opened.Reply, RowCase.Today));

        Assert.Equal(Words, opened.TextFor(_case.Row.Key)!.Text);
        Assert.Equal([Words], _case.Read());
        Assert.Equal((_case.Row.Place, RowCase.Today, (byte)3), (opened.Mailbox, opened.Written, opened.Author.RosterPlace));
        Assert.Equal(SignedReply.Sign(opened.Mailbox, opened.Written, opened.Reply, 3, _author).Bytes, opened.Author.Bytes);
        Assert.Equal(_case.Intake.Cold.Place, ReplyDraft.IntakeOf(file));
    }

    [Fact]
    public void A_draft_has_one_size_and_shows_nothing_but_the_intake_s_place()
    {
        var (shortest, longest) = (Sealed(Draft("x")), Sealed(Draft(new string('한', Reply.MaxLength))));
        var draft = Draft();
        var file = Sealed(draft);

        Assert.Equal((ReplyDraft.Size, ReplyDraft.Size), (shortest.Length, longest.Length));
        byte[][] hidden = [Encoding.UTF8.GetBytes(Words), _case.Row.Place.ToArray(), draft.Reply.Bytes[..64].ToArray(), draft.Author.Bytes];
        Assert.All(hidden, h => Assert.Equal(-1, file.AsSpan().IndexOf(h)));
    }

    [Fact]
    public void Who_cannot_open_the_intake_does_not_open_the_draft()
    {
        using var other = new MailboxCase();
        using var stranger = EpochSecret.Draw();
        var file = Sealed(Draft());

        Assert.Null(ReplyDraft.Open(file, _case.Intake.Cold, stranger, RowCase.StaffPlace));
        Assert.Null(ReplyDraft.Open(file, _case.Intake.Cold, _case.Intake.Staff, 1));
        Assert.Null(ReplyDraft.Open(file, _case.Intake.Cold, _case.Intake.Staff, 200));
        Assert.Null(ReplyDraft.Open(file, other.Intake.Cold, other.Intake.Staff, RowCase.StaffPlace));
        byte[] moved = [.. file[..2], .. other.Intake.Cold.Place.ToArray(), .. file[18..]];
        Assert.Null(ReplyDraft.Open(moved, other.Intake.Cold, other.Intake.Staff, RowCase.StaffPlace));
        Assert.Null(Draft().Seal(_case.Intake.Cold, stranger, RowCase.StaffPlace));
    }

    [Fact]
    public void A_changed_byte_or_another_length_does_not_open()
    {
        var file = Sealed(Draft());

        Assert.All(Enumerable.Range(0, file.Length), at => Assert.Null(Open(RowCase.Flipped(file, at))));
        Assert.Null(Open(file[..^1]));
        Assert.Null(Open([.. file, 0]));
        Assert.Null(Open([]));
        Assert.All((byte[][])[file[..17], file[..^1], [.. file, 0], RowCase.Flipped(file, 0), RowCase.Flipped(file, 1)], f => Assert.Null(ReplyDraft.IntakeOf(f)));
    }

    [Fact]
    public void A_draft_is_written_only_to_the_key_that_M_names()
    {
        using var other = new MailboxCase();

        Assert.Null(ReplyDraft.Write(MailboxCase.Text("x"), other.Row.Key, _case.SlotOf(Slot.Mailbox), RowCase.Today, 3, _author));
        Assert.Null(ReplyDraft.Write(MailboxCase.Text("x"), _case.Row.Key, [], RowCase.Today, 3, _author));
        Assert.Null(Draft().TextFor(other.Row.Key));
    }

    /// <summary>
    /// XChaCha20-Poly1305 does not bind its key: who chooses two keys can make a box that opens under both. So what is shown to the second
    /// member must not depend on a key that the author only states.
    /// </summary>
    [Fact]
    public void A_box_under_another_key_than_the_encapsulation_gives_is_shown_to_nobody()
    {
        var (stated, real) = (RandomNumberGenerator.GetBytes(SealedReply.DrawSize), RandomNumberGenerator.GetBytes(SealedReply.DrawSize));
        var honest = SealedReply.Seal(MailboxCase.Text("We come.").Encode(), _case.Row.Key, _case.Row.Place, stated);
        byte[] ciphertext = new byte[1120], shared = new byte[32], text = new byte[960], box = new byte[1000];
        Assert.Equal(0, Native.crypto_kem_xwing_enc_deterministic(ciphertext, shared, _case.Row.Key.Bytes, stated));
        Assert.Equal(0, Native.crypto_kem_xwing_enc_deterministic(ciphertext, new byte[32], _case.Row.Key.Bytes, real));
        Padding.Pad(text, MailboxCase.Text("Go out now.").Encode());
        Aead.Seal(box, text, [Format.Version, .. _case.Row.Place.ToArray()], Hash.Of(shared, "reply", [.. ciphertext, .. _case.Row.Key.Bytes]));
        var forged = SealedReply.Read([.. ciphertext, .. box])!;

        Assert.Equal("We come.", honest.OpenBy(stated, _case.Row.Key, _case.Row.Place)!.Text);
        Assert.Null(forged.OpenBy(stated, _case.Row.Key, _case.Row.Place));
        Assert.Null(forged.OpenBy(real, _case.Row.Key, _case.Row.Place));
        Assert.Null(honest.OpenBy(stated, _case.Row.Key, Place.Random()));
        Assert.Null(honest.OpenBy(RowCase.Flipped(stated, 0), _case.Row.Key, _case.Row.Place));
        Assert.Null(honest.OpenBy(RowCase.Flipped(stated, 40), _case.Row.Key, _case.Row.Place));
    }

    private ReplyDraft Draft(string text = Words) =>
        ReplyDraft.Write(MailboxCase.Text(text), _case.Row.Key, _case.SlotOf(Slot.Mailbox), RowCase.Today, 3, _author)!;

    private byte[] Sealed(ReplyDraft draft) => draft.Seal(_case.Intake.Cold, _case.Intake.Staff, RowCase.StaffPlace)!;

    private ReplyDraft? Open(byte[] file) => ReplyDraft.Open(file, _case.Intake.Cold, _case.Intake.Staff, RowCase.StaffPlace);
}
