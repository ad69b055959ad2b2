using System.Text.Json.Nodes;
using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Cli;

/// <summary>A throw-away set-up whose settings can be changed, and a simulated Telegram that knows its bot.</summary>
internal sealed class BotsRig : IAsyncDisposable
{
    private readonly TempFolder _folder = new();

    private BotsRig(PhoneServer phone) => Phone = phone;

    public PhoneServer Phone { get; }

    public Throwaway Made { get; private set; } = null!;

    public static async Task<BotsRig> StartAsync()
    {
        var rig = new BotsRig(await PhoneServer.StartAsync(new PhoneOptions(), default));
        rig.Made = Throwaway.Make(rig._folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System);
        rig.WriteToken("telegram.token", new PhoneOptions().Token);
        rig.Set(telegram => telegram["BaseUrl"] = rig.Phone.Address.GetLeftPart(UriPartial.Authority));
        return rig;
    }

    public string Of(string name) => _folder.Of(name);

    public void WriteToken(string name, string token)
    {
        var file = Path.Combine(Made.KeysFolder, name);
        File.WriteAllText(file, token);
        FileModes.Set(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public void Set(Action<JsonNode> change)
    {
        var file = Path.Combine(Made.ConfigFolder, SettingsFile.Name);
        var settings = JsonNode.Parse(File.ReadAllText(file))!;
        change(settings["Telegram"]!);
        File.WriteAllText(file, settings.ToJsonString());
    }

    public Task<CliRun> Run(params string[] arguments) => CliRun.Of([.. arguments, "--config", Made.ConfigFolder]);

    public Task<CliRun> Check() => Run("check", "--offline", "--data", Made.DataFolder);

    public async ValueTask DisposeAsync()
    {
        await Phone.DisposeAsync();
        _folder.Dispose();
    }
}
