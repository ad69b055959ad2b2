using System.Buffers.Binary;
using System.Text;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Sealing;

public sealed class HashQuestionnaireTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public HashQuestionnaireTests()
    {
        Directory.CreateDirectory(_folder.Of("languages", "quiet"));
        foreach (var name in Names())
        {
            File.Copy(Repository.Path("config", name), _folder.Of(name));
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_canonical_bytes_are_what_the_document_says()
    {
        using var bytes = new MemoryStream();
        foreach (var name in Names())
        {
            var content = Encoding.UTF8.GetBytes(File.ReadAllText(_folder.Of(name)).ReplaceLineEndings("\n"));
            var length = new byte[8];
            BinaryPrimitives.WriteInt64BigEndian(length, content.Length);
            bytes.Write([.. Encoding.UTF8.GetBytes(name), 0, .. length, .. content]);
        }

        Assert.Equal(bytes.ToArray(), Canonical());
    }

    [Fact]
    public void Line_ends_and_a_byte_order_mark_do_not_count()
    {
        var before = Hash();
        foreach (var name in Names())
        {
            var text = File.ReadAllText(_folder.Of(name)).ReplaceLineEndings("\r\n");
            File.WriteAllText(_folder.Of(name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        }

        Assert.Equal(before, Hash());
    }

    [Fact]
    public void One_more_blank_in_any_file_changes_the_hash()
    {
        List<string> all = [Hash()];
        foreach (var name in Names())
        {
            File.AppendAllText(_folder.Of(name), "# \n");
            all.Add(Hash());
        }

        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.True(all.Count >= 3);
    }

    [Fact]
    public void The_hash_has_20_bytes() => Assert.Equal(20, QuestionnaireHash.Of([]).Length);

    private static IEnumerable<string> Names() =>
    [
        "questionnaire.yaml",
        .. Directory.GetFiles(Repository.Path("config", "languages"), "*.yaml", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Repository.Path("config"), f).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    private byte[] Canonical()
    {
        var read = QuestionnaireFolder.Read(_folder.Path);
        Assert.Empty(read.Problems);
        return read.Value!.Canonical.ToArray();
    }

    private string Hash() => Convert.ToHexString(QuestionnaireHash.Of(Canonical()));
}
