using CsCheck;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

public sealed class SheetTextTests : IDisposable
{
    private const string Letters = "bdfghjklmnprstvzaiou";

    private readonly RecoverySheet _sheet = RecoverySheet.Draw(11, 13);
    private readonly string[] _lines;

    public SheetTextTests() => _lines = [.. SheetText.Of(_sheet)];

    public void Dispose() => _sheet.Dispose();

    [Fact]
    public void Every_two_bytes_are_a_word_and_no_other_word_is_read()
    {
        var words = new HashSet<string>();
        for (var bits = 0; bits <= ushort.MaxValue; bits++)
        {
            var word = SheetWord.Write((ushort)bits);
            Assert.True(words.Add(word) && SheetWord.TryRead(word, out var read) && read == bits, word);
        }

        Assert.All(["", "baba", "babadb", "cabad", "babed", "1abad", "ababa", "bábad"], w => Assert.False(SheetWord.TryRead(w, out _)));
        Assert.Equal(("lusab", "babad"), (SheetWord.Write(0x7F00), SheetWord.Write(0x0001)));
    }

    [Fact]
    public void What_was_written_is_read_however_it_is_spaced_numbered_and_capitalised()
    {
        string[] typed =
        [
            string.Join('\n', _lines),
            string.Join("\r\n\r\n", _lines.Select((l, i) => $"  {i + 1}. {l.ToUpperInvariant()} ")) + "\n",
            string.Join('\n', _lines.Select((l, i) => $"{i + 1}) {l.Replace(" ", "-  ", StringComparison.Ordinal)}")),
        ];
        foreach (var text in typed)
        {
            using var read = SheetText.Read("x", text, []);
            Assert.Equal(_lines, SheetText.Of(read!));
        }
    }

    /// <summary>
    /// Two bytes check a line, so one change in 65,536 may pass it, or fit another line: of these 3,000 one in three runs has one, and three were seen.
    /// Then the sheet's own check is left.
    /// </summary>
    [Fact]
    public void Any_one_other_letter_is_noticed_and_its_line_named()
    {
        var unnamed = 0;
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 28], Gen.Int[0, Letters.Length - 1]).Sample(
            (line, at, letter) =>
            {
                if (_lines[line][at] == ' ' || _lines[line][at] == Letters[letter])
                {
                    return;
                }

                var typed = _lines.ToArray();
                typed[line] = $"{typed[line][..at]}{Letters[letter]}{typed[line][(at + 1)..]}";
                var problem = Refusal(string.Join('\n', typed));
                if (!problem.StartsWith($"x: line {line + 1} is mistyped", StringComparison.Ordinal) && Interlocked.Increment(ref unnamed) > 8)
                {
                    throw new InvalidOperationException(problem);
                }
            },
            iter: 3000);
    }

    [Fact]
    public void Swapped_lines_are_both_named_with_whose_words_they_are()
    {
        (_lines[1], _lines[4]) = (_lines[4], _lines[1]);
        var problems = new List<string>();

        Assert.Null(SheetText.Read("x", string.Join('\n', _lines), problems));
        Assert.Equal(
            ["x: line 2 has the words of line 5; type the lines in the order of the sheet", "x: line 5 has the words of line 2; type the lines in the order of the sheet"],
            problems);
    }

    [Fact]
    public void A_missing_line_is_named()
    {
        Assert.Equal("x: has 6 lines of words, a sheet has 7; missing or mistyped: line 3", Refusal(string.Join('\n', _lines.Where((_, i) => i != 2))));
        Assert.Equal("x: has 8 lines of words, a sheet has 7; give each once", Refusal(string.Join('\n', _lines.Append(_lines[6]))));
        Assert.StartsWith("x: has 0 lines of words", Refusal(" \n"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_another_sheet_even_of_the_same_member_is_noticed_at_every_place()
    {
        using var other = RecoverySheet.Draw(11, 13);
        using var later = _sheet.Forward(12, 20);
        foreach (var foreign in new[] { SheetText.Of(other), SheetText.Of(later) })
        {
            for (var i = 0; i < _lines.Length; i++)
            {
                var mixed = _lines.ToArray();
                mixed[i] = foreign[i];
                if (mixed[i] != _lines[i])
                {
                    Assert.Equal("x: the seven lines are not of one sheet; take all of them from the same one", Refusal(string.Join('\n', mixed)));
                }
            }
        }
    }

    [Fact]
    public void No_problem_quotes_a_word()
    {
        var typed = _lines.ToArray();
        typed[2] = typed[2][..^1] + "q";
        var problem = Refusal(string.Join('\n', typed));

        Assert.DoesNotContain(_lines.SelectMany(l => l.Split(' ')), w => problem.Contains(w, StringComparison.Ordinal));
    }

    private static string Refusal(string text)
    {
        var problems = new List<string>();
        Assert.Null(SheetText.Read("x", text, problems));
        return Assert.Single(problems);
    }
}
