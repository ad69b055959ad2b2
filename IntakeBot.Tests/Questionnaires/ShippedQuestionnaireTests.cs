using IntakeBot.Core.Questionnaires;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Questionnaires;

public sealed class ShippedQuestionnaireTests
{
    private static readonly Checked<Questionnaire> Shipped = QuestionnaireFolder.Read(Repository.Path("config"));

    [Fact]
    public void It_reads_without_a_problem()
    {
        Assert.Empty(Shipped.Problems);
        Assert.NotNull(Shipped.Value);
    }
}
