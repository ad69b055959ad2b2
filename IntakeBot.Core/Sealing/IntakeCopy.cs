using System.Security.Cryptography;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// What was said in one intake, sealed anew to somebody outside: another seed, another place, one recipient. Who opens the copy learns no key of the intake:
/// neither its work log nor her mailbox, and cannot remove it.
/// </summary>
public static class IntakeCopy
{
    /// <summary>The recipient's place in the copy; the other places have throw-away stanzas.</summary>
    public const byte RecipientPlace = 0;

    private const int Places = 4;

    /// <summary>
    /// M and R1, which lead to her mailbox and tell what staff wrote, are never in it, nor a slot whose payload is null or missing. <paramref name="epoch"/> is
    /// that of <paramref name="recipient"/>. The copy's last day is <see cref="Format.DaysKept"/> days after <paramref name="today"/>.
    /// </summary>
    public static (ColdRow Cold, HotRow Hot) Seal(Heading heading, IReadOnlyDictionary<Slot, byte[]?> payloads, RecipientKey recipient, uint epoch, Day today)
    {
        using var key = new ServerKey(RandomNumberGenerator.GetBytes(ServerKey.Size));
        var (sealer, step) = (new IntakeSealer(key), StepKey.Draw());
        var walk = new Walk { Form = 0, Language = heading.Language, Stage = default, Commits = 0, ToAsk = 0, Flags = 0, Toggles = 0 };
        var recipients = new Recipients(epoch, heading.RosterSerial, [recipient, .. new RecipientKey?[Places - 1]]);
        var (cold, hot) = sealer.Begin(Locator.Draw(today), step, recipients, walk, heading, today);
        using var blob = sealer.Open(hot, step, 0, out _) ?? throw new InvalidOperationException("A blob does not open with the key that it was sealed with.");
        var writes = Slot.All.Where(MayGo).Where(s => payloads.GetValueOrDefault(s) is not null).Select(s => new SlotWrite(s, payloads[s]!));
        return (cold, IntakeSealer.Finish(hot, blob, [.. writes]));
    }

    private static bool MayGo(Slot slot) => slot != Slot.Heading && slot != Slot.Mailbox && slot != Slot.Reserved[0];
}
