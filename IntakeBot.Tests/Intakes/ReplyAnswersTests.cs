using IntakeBot.Core.Intakes;

namespace IntakeBot.Tests.Intakes;

public sealed class ReplyAnswersTests
{
    [Fact]
    public void A_fourth_reply_pushes_the_first_out_and_another_answer_replaces_the_earlier()
    {
        var answers = ReplyAnswers.With(null, 1, ReplyAnswer.Yes, 20);
        answers = ReplyAnswers.With(answers, 2, ReplyAnswer.No, 20);
        answers = ReplyAnswers.With(answers, 3, ReplyAnswer.NotNow, 20);
        answers = ReplyAnswers.With(answers, 2, ReplyAnswer.Stop, 21);
        answers = ReplyAnswers.With(answers, 4, ReplyAnswer.Yes, 22);

        Assert.Equal([(4, ReplyAnswer.Yes), (2, ReplyAnswer.Stop), (3, ReplyAnswer.NotNow)], answers.Answers);
        var read = ReplyAnswers.Decode(answers.Encode())!;
        Assert.Equal(answers.Answers, read.Answers);
        Assert.Equal(22, read.Day);
        Assert.True(ReplyAnswers.Size <= 31);
    }

    [Theory]
    [InlineData(28)]
    [InlineData(30)]
    public void Another_length_is_none(int length) => Assert.Null(ReplyAnswers.Decode(new byte[length]));

    [Fact]
    public void None_an_unknown_one_and_one_twice_are_none()
    {
        Assert.Null(ReplyAnswers.Decode(new byte[ReplyAnswers.Size]));
        var bytes = ReplyAnswers.With(null, 7, ReplyAnswer.Stop, 1).Encode();
        bytes[2 + ReplyAnswers.IdSize] = 5;
        Assert.Null(ReplyAnswers.Decode(bytes));
        bytes[2 + ReplyAnswers.IdSize] = 4;
        bytes.AsSpan(2, 9).CopyTo(bytes.AsSpan(11));
        Assert.Null(ReplyAnswers.Decode(bytes));
    }

    [Fact]
    public void An_addition_is_read_as_it_was_written()
    {
        byte[] hash = [.. Enumerable.Range(1, Heading.HashSize).Select(i => (byte)i)];
        var read = Addition.Decode(new Addition { Option = 2, Day = 20_000, QuestionnaireHash = hash }.Encode())!;
        Assert.Equal((2, 20_000), ((int)read.Option, (int)read.Day));
        Assert.Equal(hash, read.QuestionnaireHash);
        Assert.True(Addition.Size <= 31);
        Assert.Null(Addition.Decode(new byte[Addition.Size + 1]));
    }
}
