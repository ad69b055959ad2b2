using System.Reflection;
using System.Text.RegularExpressions;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;
using Microsoft.Extensions.Logging;

namespace IntakeBot.Tests.Architecture;

/// <summary>Every line that the program can log: a sentence of ours with numbers and known words in it, and a number of its own that never changes.</summary>
public sealed partial class LogEventTests
{
    /// <summary>
    /// What may be a string: a type of the runtime and a method of ours, a file or folder of the operator's, a desk of the roster. No name is to be added
    /// that could hold what somebody wrote.
    /// </summary>
    private static readonly string[] KnownWords = ["type", "method", "file", "folder", "desk"];

    private static readonly Type[] KnownTypes = [typeof(int), typeof(uint), typeof(long), typeof(Day), typeof(Day?)];

    private static IReadOnlyList<(MethodInfo Method, LoggerMessageAttribute Message)> All { get; } =
    [
        .. from type in new[] { typeof(IntakeBot.Cli.Settings).Assembly, typeof(Day).Assembly }.SelectMany(a => a.GetTypes())
           from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
           let message = method.GetCustomAttribute<LoggerMessageAttribute>()
           where message is not null
           select (method, message),
    ];

    [Fact]
    public void Each_has_a_number_of_its_own()
    {
        Assert.True(All.Count > 20, $"only {All.Count} were looked at");
        Assert.All(All, e => Assert.InRange(e.Message.EventId, 101, 499));
        Assert.Equal(All.Count, All.Select(e => e.Message.EventId).Distinct().Count());
    }

    [Fact]
    public void The_page_has_each_with_its_number_level_and_words() =>
        Assert.Equal(
            All.OrderBy(e => e.Message.EventId).Select(e => $"| {e.Message.EventId} | {e.Message.Level} | {e.Message.Message.Replace("|", "\\|", StringComparison.Ordinal)} |"),
            File.ReadLines(Repository.Path("docs", "health.md")).Where(l => Row().IsMatch(l)));

    [Fact]
    public void Each_takes_numbers_days_and_known_words_alone() => Assert.Empty(
        from e in All
        from parameter in e.Method.GetParameters()
        where !KnownTypes.Contains(parameter.ParameterType) && !(parameter.ParameterType == typeof(string) && KnownWords.Contains(parameter.Name))
        select $"{e.Method.DeclaringType!.Name}.{e.Method.Name}({parameter.ParameterType.Name} {parameter.Name})");

    [Fact]
    public void No_exception_s_message_is_handed_to_the_log_and_nothing_is_logged_another_way()
    {
        var files = Sources().ToList();

        Assert.True(files.Count > 300, $"only {files.Count} files were looked at");
        Assert.Empty(files.SelectMany(f => Offences(Path.GetRelativePath(Repository.Root, f), File.ReadAllText(f))));
    }

    [Theory]
    [InlineData("LogNotNoted(failure.Message);")]
    [InlineData("LogNotNoted(folder, $\"{failure}\");")]
    [InlineData("_logger.LogError(\"x\");")]
    [InlineData("logger.Log(LogLevel.Error, \"x\");")]
    public void A_planted_one_is_found(string line) => Assert.Single(Offences("X.cs", $"\n        {line}\n"));

    private static IEnumerable<string> Sources() =>
        from project in new[] { "IntakeBot.Core", "IntakeBot" }
        from path in Directory.EnumerateFiles(Repository.Path(project), "*.cs", SearchOption.AllDirectories)
        where !Path.GetRelativePath(Repository.Root, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")
        select path;

    private static IEnumerable<string> Offences(string file, string source) =>
        Call().Matches(source).Where(m => Quoting().IsMatch(m.Value)).Concat(Other().Matches(source)).Select(m => $"{file}: {m.Value.Trim()}");

    /// <summary>A call of one of our own log methods, on one line.</summary>
    [GeneratedRegex(@"\bLog[A-Z]\w*\(.*\);")]
    private static partial Regex Call();

    [GeneratedRegex(@"\.Message\b|\$""|\bfailure\)|\.ToString\(")]
    private static partial Regex Quoting();

    [GeneratedRegex(@"ogger\.Log(Trace|Debug|Information|Warning|Error|Critical)?\(.*")]
    private static partial Regex Other();

    [GeneratedRegex(@"^\| \d{3} \| ")]
    private static partial Regex Row();
}
