using CsCheck;

namespace IntakeBot.Tests.Questionnaires;

/// <summary>Whatever the files hold: no exception, and a value exactly when there is nothing to mend.</summary>
public sealed class ReadLaws
{
    private static readonly string[] Files = [SmallFolder.Main, SmallFolder.English];

    private static readonly string[] Pieces =
    [
        ":", "- ", "? ", "[", "]", "{", "}", ",", "#", "&a ", "*a", "!", "!!str ", "!<%41> ", "|", ">", "|9", "'", "\"", "\\", "\\U", "\\x0",
        "%YAML 9.9\n", "%TAG ! !\n", "---\n", "...\n", "\n", "\r", "\t", "\0", "~", "null", "\uFEFF", "\u0085", "\u2028", "\uD83D\uDE00",
        "  ", "\n\n    ", "[[[[[[[[[[[[[[[[[[[[", "{a: {b: ", "<<: ", "not ", "when: ", "child", "S99", "raises: [a, b]", "- text: x\n",
    ];

    private static readonly Gen<(int File, int At, int Cut, string Piece)> Edits =
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 1200], Gen.Int[0, 12], Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]));

    [Fact]
    public void Arbitrary_bytes_are_told_as_problems()
    {
        using var folder = new SmallFolder();
        Gen.Byte.Array[0, 300].Sample(
            bytes =>
            {
                folder.Write(SmallFolder.English, bytes);
                return folder.Read() is { Value: null, Problems.Count: > 0 };
            },
            iter: 300,
            threads: 1);
    }

    [Fact]
    public void Edited_files_are_read_or_told_with_a_line_that_exists()
    {
        using var folder = new SmallFolder();
        var valid = Files.ToDictionary(f => f, folder.Text);
        Edits.Array[1, 6].Sample(
            edits =>
            {
                var texts = new Dictionary<string, string>(valid);
                foreach (var (file, at, cut, piece) in edits)
                {
                    var text = texts[Files[file]];
                    var from = Math.Min(at, text.Length);
                    texts[Files[file]] = text[..from] + piece + text[Math.Min(from + cut, text.Length)..];
                }

                foreach (var (file, text) in texts)
                {
                    folder.Write(file, text);
                }

                var read = folder.Read();
                return read.Value is null == read.Problems.Count > 0
                    && read.Problems.All(p => p.What.Length > 0 && p.Line >= 0 && p.Line <= LineCount(texts[p.File]));
            },
            iter: 1000,
            threads: 1);
    }

    private static int LineCount(string text) => text.Split('\n', '\r', '\u0085', '\u2028').Length;
}
