using System.Reflection;
using IntakeBot.Tests.Support;
using Xunit.v3;

namespace IntakeBot.Tests.Docs;

/// <summary>One requirement of docs/asvs.csv.</summary>
internal sealed record AsvsRow(string Id, string Level, string Subject, string Applies, string State, string How, string Evidence)
{
    public const string Heading = "id,level,subject,applies,state,how,evidence";

    private const string Mark = "reason: ";

    public static IReadOnlyList<AsvsRow> All { get; } =
    [
        .. Csv.Read(File.ReadAllText(Repository.Path("docs", "asvs.csv"))).Skip(1)
            .Select(f => f.Length == 7 ? new AsvsRow(f[0], f[1], f[2], f[3], f[4], f[5], f[6]) : throw new FormatException($"{f[0]}: {f.Length} fields")),
    ];

    /// <summary>Chapter, section and number, for the order; all zero where it is no id.</summary>
    public (int Chapter, int Section, int Number) Place =>
        Id.StartsWith('V') && Id[1..].Split('.').Select(p => int.TryParse(p, out var n) ? n : 0).ToArray() is [var chapter, var section, var number]
            ? (chapter, section, number) : default;

    /// <summary>Why there is no test, why it does not apply, or what is missing.</summary>
    public string Reason => Parts.FirstOrDefault(p => p.StartsWith(Mark, StringComparison.Ordinal))?[Mark.Length..] ?? "";

    public IEnumerable<string> Tests => Parts.Where(p => !p.StartsWith(Mark, StringComparison.Ordinal));

    /// <summary>The line of docs/asvs.md for what is not met.</summary>
    public string Line => $"| {Id} | {Level} | {State} | {Subject} | {Reason} |";

    private string[] Parts => Evidence.Length == 0 ? [] : Evidence.Split("; ");

    /// <summary>True for a class or a class.method of this program that runs as a test without being asked for by name.</summary>
    public static bool IsTest(string name)
    {
        var assembly = typeof(AsvsRow).Assembly;
        var dot = name.LastIndexOf('.');
        return assembly.GetType(name) is { } type
            ? type.GetMethods().Any(IsTest)
            : dot > 0 && assembly.GetType(name[..dot])?.GetMethod(name[(dot + 1)..]) is { } method && IsTest(method);
    }

    private static bool IsTest(MethodInfo method) => method.GetCustomAttributes().OfType<IFactAttribute>().Any(f => !f.Explicit && f.Skip is null);
}
