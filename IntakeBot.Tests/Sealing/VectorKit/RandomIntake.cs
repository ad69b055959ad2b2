using System.Security.Cryptography;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>Presses that chance chooses: one option, sets, skipped, presses that say nothing, and answers given again after Back.</summary>
internal static class RandomIntake
{
    /// <summary>What each slot must hold afterwards, kept beside the program.</summary>
    public static Dictionary<Slot, byte[]?> Speak(RowCase intake, int presses, bool done)
    {
        var said = Slot.All.ToDictionary(s => s, s => (byte[]?)(s == Slot.Heading ? intake.Heading.Encode() : new Answer.Empty().Encode()));
        for (; presses > 0; presses--)
        {
            var slot = Slot.Question(1 + RandomNumberGenerator.GetInt32(6));
            if (RandomNumberGenerator.GetInt32(5) == 0)
            {
                intake.Press();
                continue;
            }

            said[slot] = Any().Encode();
            intake.Press(new SlotWrite(slot, said[slot]!));
        }

        if (done)
        {
            intake.Finish([.. said.Where(s => s.Key != Slot.Heading && Answer.Decode(s.Value) is Answer.Empty).Select(s => new SlotWrite(s.Key, s.Value))]);
        }

        return said;
    }

    private static Answer Any() => RandomNumberGenerator.GetInt32(4) switch
    {
        0 => new Answer.One((byte)RandomNumberGenerator.GetInt32(256)),
        1 => new Answer.Set((ushort)RandomNumberGenerator.GetInt32(65_536)),
        2 => new Answer.Skipped(),
        _ => new Answer.Empty(),
    };
}
