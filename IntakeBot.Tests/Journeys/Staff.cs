using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

/// <summary>A member of staff who has opened the only intake of a hotline and answers it.</summary>
internal static class Staff
{
    /// <summary>What the slots of the only intake hold now.</summary>
    public static IReadOnlyDictionary<Slot, byte[]?> OnlySlots(this TestHotline hotline) => Assert.IsType<Opening.Opened>(Assert.Single(hotline.OpenAll())).Slots;

    /// <summary>Seals a reply to the mailbox that slot M names, and puts it there as the Exchange does.</summary>
    public static async Task<SealedReply> ReplyAsync(this TestHotline hotline, string text, string language = "en", IReadOnlyDictionary<Slot, byte[]?>? slots = null)
    {
        var place = (slots ?? hotline.OnlySlots())[Slot.Mailbox]!;
        var mailbox = hotline.Store.Find<Mailbox>(Place.Read(place))!;
        var reply = SealedReply.Seal(Reply.Of(language, text)!, mailbox.Key, place)!;
        Assert.True(await hotline.Store.CommitAsync(new Change().Put(mailbox.WithReply(reply, Day.Today(hotline.Time)), mailbox.Version)));
        return reply;
    }

    /// <summary>Writes a note about the only intake, as the member at the first place of the roster.</summary>
    public static async Task NoteAsync(this TestHotline hotline, string text)
    {
        using var member = SigningKey.Draw();
        using var key = Assert.IsType<Opening.Opened>(Assert.Single(hotline.OpenAll())).Case;
        var note = new CaseEvent { Author = 0, Counter = 0, Minute = CaseEvent.MinuteOf(hotline.Time.GetUtcNow()), Parents = [], Body = EventBody.Noted.Of(text)! };
        Assert.True(await EventCommit.PutAsync(hotline.Store, EventSealer.Seal(note, key, member, Day.Today(hotline.Time)).Row));
    }
}
