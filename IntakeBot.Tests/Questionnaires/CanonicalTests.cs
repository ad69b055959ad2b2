using System.Buffers.Binary;
using System.Text;

namespace IntakeBot.Tests.Questionnaires;

public sealed class CanonicalTests
{
    private static readonly string[] Files = [SmallFolder.Main, SmallFolder.English];

    [Theory]
    [InlineData("\r\n", "")]
    [InlineData("\r", "")]
    [InlineData("\n", "\uFEFF")]
    [InlineData("\r\n", "\uFEFF")]
    public void The_same_words_have_the_same_bytes_whatever_the_editor_made_of_them(string lineEnd, string mark)
    {
        using var folder = new SmallFolder();
        var expected = folder.Read().Value!.Canonical.ToArray();
        foreach (var file in Files)
        {
            folder.Write(file, mark + folder.Text(file).Replace("\n", lineEnd, StringComparison.Ordinal));
        }

        Assert.Equal(expected, folder.Read().Value!.Canonical.ToArray());
    }

    [Fact]
    public void Name_zero_length_and_content_stand_for_each_file_languages_in_ordinal_order()
    {
        using var folder = new SmallFolder();
        folder.Write("languages/de.yaml", folder.Text(SmallFolder.English).Replace("language: en", "language: de", StringComparison.Ordinal));
        folder.Plant(SmallFolder.Main, "[en]", "[en, de]");
        List<byte> expected = [];
        foreach (var file in (string[])[SmallFolder.Main, "languages/de.yaml", SmallFolder.English])
        {
            var content = Encoding.UTF8.GetBytes(folder.Text(file));
            var length = new byte[8];
            BinaryPrimitives.WriteInt64BigEndian(length, content.Length);
            expected.AddRange([.. Encoding.UTF8.GetBytes(file), 0, .. length, .. content]);
        }

        Assert.Equal(expected, folder.Read().Value!.Canonical.ToArray());
    }

    [Fact]
    public void One_changed_sign_of_a_comment_changes_them()
    {
        using var folder = new SmallFolder();
        var before = folder.Read().Value!.Canonical.ToArray();
        folder.Write(SmallFolder.English, folder.Text(SmallFolder.English) + "# signed off\n");

        Assert.NotEqual(before, folder.Read().Value!.Canonical.ToArray());
    }
}
