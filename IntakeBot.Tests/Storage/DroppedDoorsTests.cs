using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Storage;

public sealed class DroppedDoorsTests
{
    private readonly DroppedDoors _dropped = new();
    private readonly List<Door> _doors = [.. Enumerable.Range(0, 1_000).Select(_ => Door.Random())];

    [Fact]
    public void Doors_are_known_once_they_were_dropped_and_no_others()
    {
        Assert.DoesNotContain(_doors, _dropped.Has);

        _dropped.Add(_doors.Take(500));

        Assert.InRange(_doors.Take(500).Count(_dropped.Has), 450, 500);
        Assert.InRange(_doors.Skip(500).Count(_dropped.Has), 0, 2);
    }

    [Fact]
    public void A_door_that_was_removed_is_unknown_and_the_others_stay()
    {
        _dropped.Add(_doors);
        var known = _doors.Where(_dropped.Has).ToList();

        _dropped.Remove(known[0]);
        _dropped.Remove(Door.Random());

        Assert.False(_dropped.Has(known[0]));
        Assert.InRange(known.Count(_dropped.Has), known.Count - 2, known.Count - 1);
        _dropped.Clear();
        Assert.DoesNotContain(_doors, _dropped.Has);
    }
}
