using System.Security.Cryptography;
using System.Text;
using IntakeBot.Tests.Sealing.VectorKit;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Sealing;

/// <summary>A reader in another language, written from the document, reads what the program reads.</summary>
public sealed class SecondReaderTests(SecondReader reader) : IClassFixture<SecondReader>
{
    [Fact]
    public async Task It_agrees_with_every_vector()
    {
        Assert.SkipWhen(reader.Missing is not null, $"{reader.Missing}");

        Assert.Equal(Stated(VectorTests.Shipped), await LinesAsync(Repository.Path("IntakeBot.Tests", "Sealing", "vectors")));
    }

    [Fact]
    public async Task It_agrees_with_vectors_made_anew()
    {
        Assert.SkipWhen(reader.Missing is not null, $"{reader.Missing}");
        using var folder = new TempFolder();
        _ = VectorWriter.Write(folder.Path);

        var made = Directory.EnumerateFiles(folder.Path).Select(f => Vector.Decode(Path.GetFileNameWithoutExtension(f), File.ReadAllText(f)));
        Assert.Equal(Stated(made), await LinesAsync(folder.Path));
    }

    [Fact]
    public async Task It_reads_the_slots_of_intakes_that_the_program_has_just_made()
    {
        Assert.SkipWhen(reader.Missing is not null, $"{reader.Missing}");
        var (rows, said) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < 24; i++)
        {
            using var intake = new RowCase(places: i % 2 == 0 ? 4 : 8);
            var slots = RandomIntake.Speak(intake, presses: 3 * i, done: i % 3 == 0);
            rows.AppendLine($"{Hex(intake.Cold.Encode())} {Hex(intake.Hot.Encode())} {Hex(intake.Staff.Seed)} {RowCase.StaffPlace}");
            said.Append("success\n").Append(IntakeReader.Lines(slots)).Append('\n');
            Assert.Equal(IntakeReader.Lines(slots), IntakeReader.Lines(intake.Slots()));
        }

        Assert.Equal(said.ToString(), await reader.ReadAsync(rows.ToString(), "open"));
    }

    private static string Hex(ReadOnlySpan<byte> bytes) => ProgramReader.Hex(bytes);

    private static IEnumerable<string> Stated(IEnumerable<Vector> vectors) => vectors
        .Select(v => $"{v.Name}\t{v.Expect}\t{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(v.Reads!)))}").Order(StringComparer.Ordinal);

    private async Task<IEnumerable<string>> LinesAsync(string folder) =>
        (await reader.ReadAsync("", "vectors", folder)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
}
