using CsCheck;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Tests.Intakes;

public sealed class AnswerTests
{
    private static readonly Gen<Answer> AnyAnswer = Gen.OneOf(
        Gen.Const((Answer)new Answer.Empty()),
        Gen.Const((Answer)new Answer.Skipped()),
        Gen.Byte.Select(o => (Answer)new Answer.One(o)),
        Gen.UShort.Select(m => (Answer)new Answer.Set(m)));

    [Fact]
    public void Every_answer_comes_back() => AnyAnswer.Sample(answer => Assert.Equal(answer, Answer.Decode(answer.Encode())), iter: 500);

    [Fact]
    public void Whatever_decodes_encodes_to_the_same_bytes() =>
        Gen.Select(Gen.Byte[0, 5], Gen.Byte.Array[0, 4]).Sample((kind, rest) =>
        {
            byte[] bytes = [kind, .. rest];
            if (Answer.Decode(bytes) is { } answer)
            {
                Assert.Equal(bytes, answer.Encode());
            }
        }, iter: 2000);

    [Theory]
    [InlineData("00", true)]
    [InlineData("0105", true)]
    [InlineData("020005", true)]
    [InlineData("03", true)]
    [InlineData("", false)]
    [InlineData("01", false)]
    [InlineData("02", false)]
    [InlineData("04", false)]
    [InlineData("FF", false)]
    [InlineData("0000", false)]
    [InlineData("0300", false)]
    [InlineData("0205", false)]
    [InlineData("010500", false)]
    [InlineData("02000500", false)]
    public void Only_what_is_written_is_read(string bytes, bool read) =>
        Assert.Equal(read, Answer.Decode(Convert.FromHexString(bytes)) is not null);

    [Fact]
    public void Nothing_of_an_answer_is_in_its_text() => AnyAnswer.Sample(answer => Assert.Equal("Answer", $"{answer}"));

    /// <summary>A new kind of answer must not print itself either.</summary>
    [Fact]
    public void No_kind_of_answer_has_the_compilers_text()
    {
        var cases = typeof(Answer).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(Answer))).ToArray();

        Assert.Equal(4, cases.Length);
        Assert.All(cases, t => Assert.Contains("=> nameof(Answer)", Source(t.Name), StringComparison.Ordinal));
    }

    private static string Source(string name)
    {
        var text = File.ReadAllText(Support.Repository.Path("IntakeBot.Core", "Intakes", "Answer.cs"));
        var start = text.IndexOf($"record {name}", StringComparison.Ordinal);
        return text[start..text.IndexOf('}', start)];
    }
}
