using System.Text;
using IntakeBot.Phone;
using IntakeBot.Tests.Proof;

namespace IntakeBot.Tests.Container;

/// <summary>What the engine keeps of a run beside the two folders: the container's own writable layer, its tmpfs and its log.</summary>
internal sealed class ContainerLayer
{
    private readonly ContainerRig _rig;
    private readonly LeakNeedles _needles = new();

    public ContainerLayer(ContainerRig rig)
    {
        _rig = rig;
        var (id, first, last, user) = (LeakMarker.AccountId(), LeakMarker.Word(), LeakMarker.Hangul(), LeakMarker.Word());
        Person = rig.Phone.World.JoinAs(id, first, last, user);
        _needles.AddNumber(LeakKind.AccountId, id);
        foreach (var name in new[] { first, last, user })
        {
            _needles.Add(LeakKind.Name, name);
        }
    }

    /// <summary>Her name and number are markers.</summary>
    public PhonePerson Person { get; }

    /// <summary>Notes the data of the buttons that she sees.</summary>
    public void Hear()
    {
        foreach (var data in Person.Screen.SelectMany(m => m.Buttons).Select(b => b.Data).OfType<string>().DistinctBy(d => d[6..44]))
        {
            _needles.AddButton(data);
        }
    }

    public async Task HoldsNothingAsync()
    {
        var index = _needles.Close();
        Assert.True(index.Of(LeakKind.CallbackData) > 10);
        var layer = await Engine.RunAsync("podman", "inspect", "-f", "{{.GraphDriver.Data.UpperDir}}", _rig.Name);
        var search = new LeakSearch(index).Look(Encoding.UTF8.GetBytes((await Engine.TryAsync("podman", "logs", _rig.Name)).Said));
        Assert.True(search.Bytes > 0);
        foreach (var folder in new[] { layer.Trim(), $"/proc/{await _rig.ProcessAsync()}/root/tmp" })
        {
            Assert.True(Directory.Exists(folder), folder);
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                await using var stream = File.OpenRead(file);
                _ = search.Look(stream).Look(Encoding.UTF8.GetBytes(file));
            }
        }

        Assert.Empty(search.ByKind());
    }
}
