using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using IntakeBot.Cli;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

/// <summary>What a whole intake leaves behind: markers planted everywhere, then searched in every log line and every file.</summary>
public sealed class TraceTests
{
    private static readonly string Marker = "m" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(7));

    [Fact]
    public async Task Nothing_of_a_person_is_in_any_log_line_or_file()
    {
        using var config = MarkedConfig();
        await using var hotline = await TestHotline.StartAsync(config.Path);
        var person = hotline.World.Join($"First {Marker}", $"Last {Marker}", $"user{Marker}", "en");
        var shown = new HashSet<string>();

        async Task NoteAsync(string words)
        {
            var message = await person.SeeAsync(words);
            shown.UnionWith(message.Buttons.Select(b => b.Data!));
        }

        person.Start($"p{Marker}");
        foreach (var press in new[] { "English", "Yes, I am alone", "Only on this one", "Go on", "I understand, start", $"tap one {Marker}", $"☐ tap three {Marker}", "Next", $"tap four {Marker}", "Done" })
        {
            await NoteAsync(press);
            person.Type($"typed {Marker}");
            person.SendPhoto($"caption {Marker}");
            await person.TapAsync(press);
        }

        await NoteAsync("Hide");
        person.PressData(person.Screen[^1].Id, $"forged {Marker}");
        hotline.World.Enqueue(new() { ["update_id"] = int.MaxValue - 5, ["callback_query"] = new System.Text.Json.Nodes.JsonObject { ["x"] = Marker } });
        await person.WaitForScreenAsync(_ => person.Spinners.Count == 0, Taps.Patience);
        await QuarantinedAsync(hotline);
        Assert.Single(hotline.OpenAll());
        await hotline.StopServerAsync();

        var needles = Needles(person, shown);
        Assert.True(shown.Count > 20, "too few buttons were seen");
        Assert.NotEmpty(hotline.Log.Lines);
        AssertAbsent(needles, hotline.Log.Lines.Select(line => ("log", Encoding.UTF8.GetBytes(line))));
        AssertAbsent(needles, Files(hotline.DataFolder));
    }

    [Fact]
    public async Task A_server_process_leaves_nothing_of_a_person_in_its_words_its_temporary_files_or_its_data()
    {
        using var temporary = new TempFolder();
        await using var demo = await DemoHotline.StartAsync(0, default);
        demo.Server.Environment["TMPDIR"] = temporary.Path;
        await demo.Server.RestartAsync(default);
        var person = demo.Phone.World.Join($"First {Marker}", $"Last {Marker}", $"user{Marker}", "en");
        var shown = new HashSet<string>();
        person.Start($"p{Marker}");
        foreach (var press in new[] { "English", "Yes, I am alone", "Only on this one", "Go on", "I understand, start", "Skip", "Back", "Hide" })
        {
            shown.UnionWith((await person.SeeAsync(press)).Buttons.Select(b => b.Data!));
            person.Type($"typed {Marker}");
            person.SendPhoto($"caption {Marker}");
            await person.TapAsync(press);
            demo.Phone.World.Weather.Fail("editMessageText", 1, 500);
        }

        await person.SeeAsync("↻");
        await demo.Server.KillAsync();

        var needles = Needles(person, shown);
        Assert.Contains(demo.Server.Words, line => line.Contains("Serving.", StringComparison.Ordinal));
        AssertAbsent(needles, demo.Server.Words.Select(line => ("words", Encoding.UTF8.GetBytes(line))));
        AssertAbsent(needles, Files(demo.Keys.DataFolder));
        AssertAbsent(needles, Files(temporary.Path));
        AssertAbsent(needles.Where(n => n.What != "bot token").ToList(), Files(demo.Folder));
    }

    [Fact]
    public void The_search_finds_what_is_there()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.Of("planted"), [1, 2, .. Encoding.Unicode.GetBytes(Marker), 3]);

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() =>
            AssertAbsent([("marker", Encoding.Unicode.GetBytes(Marker))], Files(folder.Path)));
    }

    /// <summary>The phone does not hear of an update that the server sets aside, so this looks again and again.</summary>
    private static async Task QuarantinedAsync(TestHotline hotline)
    {
        using var patience = new CancellationTokenSource(Taps.Patience);
        while (hotline.Health.Quarantined != 1)
        {
            await Task.Delay(5, patience.Token);
        }
    }

    /// <summary>A questionnaire whose option ids and labels are long enough to be told from chance.</summary>
    private static TempFolder MarkedConfig()
    {
        var folder = new TempFolder();
        Directory.CreateDirectory(folder.Of("languages"));
        File.WriteAllText(folder.Of("questionnaire.yaml"), $"""
            format: 1
            languages: [en]
            forms:
              - id: help
                desk: hotline
                questions:
                  - id: first
                    slot: S01
                    options: [one_{Marker}, two_{Marker}]
                  - id: second
                    slot: S02
                    choose: any
                    options: [three_{Marker}]
                  - id: third
                    slot: S03
                    options: [four_{Marker}]
            """);
        var english = File.ReadAllText(Repository.Path("config", "languages", "en.yaml"));
        File.WriteAllText(folder.Of("languages", "en.yaml"), english[..english.IndexOf("\nquestions:", StringComparison.Ordinal)] + $"""

            questions:
              first:
                text: The first?
                options:
                  one_{Marker}: tap one {Marker}
                  two_{Marker}: tap two {Marker}
              second:
                text: The second?
                options:
                  three_{Marker}: tap three {Marker}
              third:
                text: The third?
                options:
                  four_{Marker}: tap four {Marker}

            """ + english[(english.IndexOf("\nkept:", StringComparison.Ordinal) + 1)..]);
        return folder;
    }

    private static List<(string What, byte[] Bytes)> Needles(PhonePerson person, IEnumerable<string> tokens)
    {
        var id = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(id, person.Id);
        List<(string, byte[])> needles =
        [
            ("marker", Encoding.UTF8.GetBytes(Marker)),
            ("marker in UTF-16", Encoding.Unicode.GetBytes(Marker)),
            ("marker in base64", Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(Marker))[..12])),
            ("account id as digits", Encoding.ASCII.GetBytes(person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))),
            ("account id in bytes", id),
            ("account id in bytes, reversed", [.. id.Reverse()]),
            ("bot token", Encoding.ASCII.GetBytes(new PhoneOptions().Token)),
        ];
        foreach (var token in tokens)
        {
            var bytes = Base64Url.DecodeFromChars(token);
            needles.Add(("token", Encoding.ASCII.GetBytes(token)));
            needles.Add(("token in bytes", bytes));
            needles.Add(("L", bytes[4..20]));
            needles.Add(("k", bytes[20..36]));
            needles.Add(("L in hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes[4..20]))));
            needles.Add(("k in hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes[20..36]))));
        }

        return needles;
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Files(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", options))
        {
            byte[]? bytes = null;
            try
            {
                using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
            }
            catch (IOException)
            {
                // Somebody else's temporary file, gone or shorter already.
            }

            if (bytes is not null)
            {
                yield return (file.FullName, bytes);
            }
        }
    }

    private static void AssertAbsent(List<(string What, byte[] Bytes)> needles, IEnumerable<(string Name, byte[] Bytes)> hay)
    {
        foreach (var (name, bytes) in hay)
        {
            foreach (var needle in needles)
            {
                Assert.False(bytes.AsSpan().IndexOf(needle.Bytes) >= 0, $"{needle.What} is in {name}");
            }
        }
    }
}
