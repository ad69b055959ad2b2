using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

/// <summary>Copies of the disk before and after a press tell nothing of whether it said anything.</summary>
public sealed class SlotFillerTests : IDisposable
{
    private readonly RowCase _case = new();

    public void Dispose() => _case.Dispose();

    [Fact]
    public void A_press_that_says_nothing_changes_one_slot_as_every_press_does()
    {
        for (var press = 0; press < 96; press++)
        {
            var before = _case.Hot;
            _case.Press();

            Assert.Single(Enumerable.Range(0, Format.SlotCount), at => !Box(before, at).SequenceEqual(Box(_case.Hot, at)));
        }

        Assert.All(Slot.Reserved, slot => Assert.Equal(new Answer.Empty().Encode(), _case.Slots()[slot]));
    }

    /// <summary>More would wear the conversation out.</summary>
    [Fact]
    public void After_32_of_each_reserved_slot_it_changes_none()
    {
        for (var press = 0; press < 3 * 32; press++)
        {
            _case.Press();
        }

        var before = _case.Hot;
        _case.Press();

        Assert.Equal(before.Slots, _case.Hot.Slots);
    }

    [Fact]
    public void After_many_of_them_the_reserved_slots_still_open()
    {
        for (var press = 0; press < 200; press++)
        {
            _case.Press();
        }

        _case.Finish([.. Slot.Reserved.Select(slot => new SlotWrite(slot, new Answer.Empty().Encode()))]);
        Assert.All(Slot.Reserved, slot => Assert.Equal(new Answer.Empty().Encode(), _case.Slots()[slot]));
    }

    private static ReadOnlySpan<byte> Box(HotRow row, int at) => row.Slots.AsSpan(at * Format.SlotSize, Format.SlotSize);
}
