using System.Text;
using IntakeBot.Cli;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Phone;

namespace IntakeBot.Bench;

/// <summary>The folders of a throw-away hotline that asks <see cref="BenchQuestionnaire"/>; gone when disposed.</summary>
internal sealed class BenchHotline : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("intakebot-bench-").FullName;

    public BenchHotline()
    {
        Keys = Throwaway.Make(Path.Combine(_folder, "hotline"), ArgonProfile.Tiny, TimeProvider.System, FreePort.Address().GetLeftPart(UriPartial.Authority));
        var problems = new List<string>();
        using var organisation = SigningKeyFile.Read(Path.Combine(Keys.KeysFolder, "organisation.key"), problems)
            ?? throw new InvalidDataException(problems[0]);
        BenchQuestionnaire.Write(Keys.ConfigFolder, organisation);
        TokenFile = Path.Combine(Keys.KeysFolder, "telegram.token");
        WholeFile.Create(TokenFile, Encoding.ASCII.GetBytes(new PhoneOptions().Token), secret: true);
    }

    public Throwaway Keys { get; }

    public string TokenFile { get; }

    /// <summary>The answers of every intake in the stopped server's store, as <see cref="Walker.Pressed"/> writes them; null: it did not open.</summary>
    public async Task<IReadOnlyList<string?>> OpenAllAsync(CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var identity = IdentityFile.Read(Keys.Members[0].IdentityFile, Keys.Passphrase, problems);
        await using var reader = identity is null
            ? null
            : await ReaderOpening.OpenAsync(identity, Keys.ConfigFolder, Keys.DataFolder, TimeProvider.System, problems, cancellationToken);
        if (reader is null)
        {
            throw new InvalidDataException(string.Join('\n', problems));
        }

        var opened = new List<string?>();
        foreach (var place in await reader.PlacesAsync(cancellationToken))
        {
            opened.Add((await reader.OpenAsync(place, cancellationToken))?.Reading is { QuestionnaireOk: true } reading
                ? string.Concat(reading.Answers.Where(a => a.Question is not null).Select(LetterOf))
                : null);
        }

        return opened;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string LetterOf(AnswerReading answer) => answer.Kind switch
    {
        AnswerKind.One => answer.Options[0],
        AnswerKind.Empty => BenchQuestionnaire.NotAnswered.ToString(),
        _ => "?",
    };
}
