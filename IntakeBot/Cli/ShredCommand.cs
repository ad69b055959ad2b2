using System.CommandLine;

namespace IntakeBot.Cli;

internal static class ShredCommand
{
    public static Command Create()
    {
        var config = Choices.Config();
        var data = Choices.Data();
        var yes = new Option<bool>("--yes") { Description = "Do not ask the first time." };
        var really = new Option<bool>("--really") { Description = "Do not ask the second time." };
        var command = new Command("shred", "The bad day: destroy keys, tokens and everything that is stored on this machine.") { config, data, yes, really };
        command.SetAction((parse, cancellationToken) => RunAsync(
            new(parse), parse.GetValue(config)!, Path.GetFullPath(parse.GetValue(data)!), parse.GetValue(yes), parse.GetValue(really), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string config, string data, bool yes, bool really, CancellationToken cancellationToken)
    {
        // Even where the settings cannot be read the data go.
        var (settings, problems) = SettingsFile.Read(config);
        string[] keys = settings is null ? [] :
        [
            SettingsFile.PathOf(config, settings.Keys.ServerKeyFile),
            .. settings.Telegram.All.Select(b => SettingsFile.PathOf(config, b.Bot.TokenFile)),
            SettingsFile.PathOf(config, settings.Keys.ExchangeKeyFile),
        ];
        foreach (var problem in problems)
        {
            terminal.Say($"warning: {problem}; the keys that it names are not destroyed: delete them yourself.");
        }

        var there = keys.Where(File.Exists).ToList();
        var isStore = Shredder.IsStore(data);
        if (there.Count == 0 && !isStore)
        {
            return terminal.Refuse($"{data}: holds no store, and {config} names no key that is there; name both with --data and --config");
        }

        terminal.Say($"This destroys {string.Join(", ", isStore ? there.Append(data) : there)}. Nobody can bring it back.");
        if (!terminal.Typed("Type the word shred: ", "shred", yes, "--yes")
            || !terminal.Typed($"Type the name of the data folder, {Path.GetFileName(data)}: ", Path.GetFileName(data), really, "--really"))
        {
            return terminal.Refuse("Nothing was destroyed.");
        }

        var left = new List<string>();
        there.ForEach(f => Shredder.Destroy(f, left));
        terminal.Data($"{there.Count - left.Count} keys and tokens are destroyed");
        if (!isStore)
        {
            left.Add($"{data}: is no data folder, and nothing in it was touched; name the one of this hotline with --data");
            return Tell(terminal, left);
        }

        using var held = await Shredder.StopServerAsync(data, cancellationToken);
        return held is null ? StillRuns(terminal, data) : DestroyData(terminal, data, left);
    }

    private static int DestroyData(Terminal terminal, string data, List<string> left)
    {
        terminal.Data($"{Shredder.DestroyAll(data, left)} files of {data} are destroyed");
        return Tell(terminal, left);
    }

    private static int Tell(Terminal terminal, List<string> left)
    {
        left.ForEach(terminal.Say);
        terminal.Say("Not reached from here: backups (destroy the backup key), what desks have fetched, Telegram's own copy and the chats on phones, old blocks of SSDs, snapshots of this disk.");
        terminal.Say("A token works until it is revoked: tell @BotFather /revoke now, from any phone.");
        return left.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static int StillRuns(Terminal terminal, string data)
    {
        terminal.Say($"{data}: a server still uses it. The keys are gone and it cannot start again: end it, then run the same command once more.");
        return ExitCode.Failed;
    }
}
