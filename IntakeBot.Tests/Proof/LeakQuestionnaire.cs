using IntakeBot.Bench;
using IntakeBot.Cli;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Proof;

/// <summary>Three questions and a note. Ids and labels of the options are markers, because "me" and "yes" stand in any ciphertext.</summary>
internal static class LeakQuestionnaire
{
    public const int Questions = 3;

    /// <summary>Puts it in the place of the shipped one, signs the roster anew, and adds its ids and labels to what is searched for.</summary>
    public static void Write(Throwaway keys, LeakNeedles needles)
    {
        var outline = "format: 1\nlanguages: [en]\nforms:\n  - id: help\n    desk: hotline\n    note: true\n    questions:\n";
        var words = "\nquestions:\n";
        for (var question = 1; question <= Questions; question++)
        {
            var options = Enumerable.Range(0, Questions).Select(_ => (Id: LeakMarker.Word(), Label: LeakMarker.Word())).ToList();
            outline += $"      - id: q{question}\n        slot: S{question:00}\n        options: [{string.Join(", ", options.Select(o => o.Id))}]\n";
            words += $"  q{question}:\n    text: Number {question}?\n    options:\n{string.Concat(options.Select(o => $"      {o.Id}: {o.Label}\n"))}";
            foreach (var (id, label) in options)
            {
                needles.Add(LeakKind.OptionId, id);
                needles.Add(LeakKind.Label, label);
            }
        }

        var problems = new List<string>();
        using var organisation = SigningKeyFile.Read(Path.Combine(keys.KeysFolder, "organisation.key"), problems) ?? throw new InvalidDataException(problems[0]);
        BenchQuestionnaire.Write(keys.ConfigFolder, organisation, outline, words);
    }
}
