using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IntakeBot.Cli;

namespace IntakeBot.Tests.Proof;

/// <summary>Every write, flush, cut, rename and removal of the store proof's process, as strace saw it, and between them what it tried and acknowledged.</summary>
internal static partial class DiskRecording
{
    private const string Calls = "trace=openat,write,pwrite64,fsync,ftruncate,rename,unlink";
    private const string NotKnown = "trace=pwritev,pwritev2,fdatasync,fallocate,renameat,renameat2,link,linkat,unlinkat,sync_file_range,copy_file_range,sendfile";

    /// <summary>Of so many processes, one after the other on the same files; the first of them finds an empty <paramref name="folder"/>.</summary>
    public static async Task<IReadOnlyList<DiskEvent>> MakeAsync(string folder, string recording, int processes, int rounds)
    {
        for (var process = 0; process < processes; process++)
        {
            string[] tracer = ["strace", "-A", "-f", "-qq", "-y", "-xx", "-s", "1000000", "-o", recording, "-e", $"{Calls},{NotKnown[6..]}"];
            using var child = Process.Start(OwnProgram.Start(["proof", "child", "--data", folder, "--rounds", $"{rounds}"], tracer))!;
            var said = await Task.WhenAll(child.StandardOutput.ReadToEndAsync(), child.StandardError.ReadToEndAsync());
            await child.WaitForExitAsync();
            Assert.True(child.ExitCode == 0, said[1]);
        }

        return [.. Read(File.ReadLines(recording), folder)];
    }

    public static IReadOnlyList<DiskEvent> Read(IEnumerable<string> lines, string folder)
    {
        var events = new List<DiskEvent>();
        var unfinished = new Dictionary<string, (int Begun, string Text)>();
        foreach (var (at, line) in lines.Index())
        {
            var (process, text) = (line[..line.IndexOf(' ')], line[line.IndexOf(' ')..].TrimStart());
            var begun = at;
            if (text.EndsWith("<unfinished ...>", StringComparison.Ordinal))
            {
                unfinished[process] = (at, text[..^"<unfinished ...>".Length]);
                continue;
            }

            if (Resumed().Match(text) is { Success: true } rest && unfinished.Remove(process, out var first))
            {
                (begun, text) = (first.Begun, first.Text + text[rest.Length..]);
            }

            if (Of(text, begun, at, folder) is { } seen)
            {
                events.Add(seen);
            }
        }

        events.AddRange(unfinished.Values.Select(u => Of($"{u.Text})", u.Begun, int.MaxValue, folder)).OfType<DiskEvent>());
        return [.. events.OrderBy(e => e.Begun)];
    }

    private static DiskEvent? Of(string text, int begun, int ended, string folder)
    {
        if (Call().Match(text) is not { Success: true } call || Failed().IsMatch(text))
        {
            return null;
        }

        var (name, rest) = (call.Groups["name"].Value, call.Groups["rest"].Value);
        var strings = Quoted().Matches(rest).Select(m => Convert.FromHexString(m.Groups["hex"].Value.Replace("\\x", "", StringComparison.Ordinal))).ToList();
        var path = name is "openat" or "rename" or "unlink" ? Text(strings[0])
            : Descriptor().Match(rest) is { Success: true } of ? Text(Convert.FromHexString(of.Groups["hex"].Value.Replace("\\x", "", StringComparison.Ordinal))) : "";
        if (name is "write" && Text(strings[0]) is var said && (said.StartsWith("try ", StringComparison.Ordinal) || said.StartsWith("ack ", StringComparison.Ordinal)))
        {
            return new DiskEvent.Said(begun, ended, said);
        }

        if (path != folder && !path.StartsWith(folder + "/", StringComparison.Ordinal))
        {
            return null;
        }

        return name switch
        {
            "openat" => rest.Contains("O_CREAT", StringComparison.Ordinal) ? new DiskEvent.Opened(begun, ended, path, rest.Contains("O_TRUNC", StringComparison.Ordinal)) : null,
            "pwrite64" => new DiskEvent.Written(begun, ended, path, Number(rest), strings[0]),
            "ftruncate" => new DiskEvent.Resized(begun, ended, path, Number(rest)),
            "fsync" => new DiskEvent.Flushed(begun, ended, path),
            "rename" => new DiskEvent.Renamed(begun, ended, path, Text(strings[1])),
            "unlink" => new DiskEvent.Unlinked(begun, ended, path),
            _ => throw new NotSupportedException($"{name} of {path}: the simulated disk does not know it."),
        };
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    /// <summary>The last argument.</summary>
    private static long Number(string rest) => long.Parse(Last().Match(rest).Groups["number"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^<\\.\\.\\. [a-z0-9_]+ resumed>")]
    private static partial Regex Resumed();

    [GeneratedRegex("^(?<name>[a-z0-9_]+)\\((?<rest>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Call();

    [GeneratedRegex("= -1 E[A-Z]+")]
    private static partial Regex Failed();

    [GeneratedRegex("\"(?<hex>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex("^[0-9]+<(?<hex>[^>]*)>", RegexOptions.ExplicitCapture)]
    private static partial Regex Descriptor();

    [GeneratedRegex(", (?<number>[0-9]+)\\s*\\)", RegexOptions.ExplicitCapture | RegexOptions.RightToLeft)]
    private static partial Regex Last();
}
