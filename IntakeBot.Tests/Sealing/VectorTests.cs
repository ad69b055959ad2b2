using IntakeBot.Tests.Sealing.VectorKit;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Sealing;

/// <summary>Every file of vectors/ and what the program says of it.</summary>
public sealed class VectorTests
{
    private static readonly string Folder = Repository.Path("IntakeBot.Tests", "Sealing", "vectors");

    internal static IReadOnlyList<Vector> Shipped { get; } =
        [.. Directory.EnumerateFiles(Folder, "*" + VectorWriter.Ending).Select(f => Vector.Decode(Path.GetFileNameWithoutExtension(f), File.ReadAllText(f))).OrderBy(v => v.Name, StringComparer.Ordinal)];

    public static TheoryData<string> Kinds => ["row", "intake", "blob", "mailbox", "event", "token", "roster", "identity", "server key", "signing key"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_program_fails_at_the_named_layer_and_reads_the_same(string kind)
    {
        var vectors = Shipped.Where(v => v.Kind == kind).ToList();

        Assert.NotEmpty(vectors);
        var wrong = vectors.Select(v => (v, Says: ProgramReader.Read(v))).Where(p => p.Says != new Verdict(p.v.Expect, p.v.Reads!))
            .Select(p => $"{p.v.Name}: {p.v.Expect} is expected, the program says {p.Says.Layer}\n{p.Says.Reads}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Their boxes are other ones each time, so this is no copy of the test above.</summary>
    [Fact]
    public void Vectors_made_anew_are_the_shipped_ones_by_name_layer_and_text()
    {
        using var folder = new TempFolder();
        var names = VectorWriter.Write(folder.Path);

        Assert.Equal(Shipped.Select(v => v.Name), names.Order(StringComparer.Ordinal));
        Assert.All(Shipped, shipped =>
        {
            var made = Vector.Decode(shipped.Name, File.ReadAllText(folder.Of(shipped.Name + VectorWriter.Ending)));
            Assert.Equal((shipped.Kind, shipped.Expect), (made.Kind, made.Expect));
            Assert.Equal(shipped.Kind == "row" ? "" : shipped.Reads, shipped.Kind == "row" ? "" : made.Reads);
        });
    }

    [Fact]
    public void A_shipped_vector_is_never_written_over()
    {
        using var folder = new TempFolder();
        var shipped = folder.Of("token-good" + VectorWriter.Ending);
        File.WriteAllText(shipped, "shipped");

        var names = VectorWriter.Write(folder.Path);

        Assert.DoesNotContain("token-good", names);
        Assert.Equal("shipped", File.ReadAllText(shipped));
        Assert.Empty(VectorWriter.Write(folder.Path));
    }

    /// <summary>No test: the builder's handle, run by hand alone (-explicit only).</summary>
    [Fact(Explicit = true)]
    public void Write_what_is_new() => Assert.NotEmpty(VectorWriter.Write(Folder));
}
