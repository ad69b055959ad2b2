using IntakeBot.Core.Exchange;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>The partner's side of a referral: opens the copy with her own identity, by the questionnaire that came with it.</summary>
public static class ReferralReader
{
    private const int MaxLength = 1 << 24;

    /// <summary>
    /// <paramref name="from"/> is the fingerprint that was said by voice, blanks or not. Null, and the reason added, where the file is none, from somebody else,
    /// for somebody else, or does not open.
    /// </summary>
    public static IntakeOpening? Open(string file, string from, Identity identity, ICollection<string> problems)
    {
        var bytes = new FileInfo(file) is { Exists: true, Length: < MaxLength } ? File.ReadAllBytes(file) : [];
        var referral = ReferralFile.Decode(bytes);
        var opening = referral is null ? null : Open(referral, identity);
        var problem = referral switch
        {
            null => "is not a whole referral; it was cut short, changed or is another file: have it sent again",
            _ when Digits(from) != Digits(Fingerprint.Of(referral.From)) => "is signed by somebody else than you named: ask by voice who sent it, and do not trust it",
            _ when !referral.To.Equals(identity.Signing.Public) => "is not for you: whoever sent it chose another partner",
            _ when opening is null => "does not open: the key that it was sealed to is no longer in your identity, or the questionnaire in it is not the one that it names; have it made anew",
            _ => null,
        };
        if (problem is null)
        {
            return opening;
        }

        opening?.Key?.Dispose();
        problems.Add($"{file}: {problem}");
        return null;
    }

    private static IntakeOpening? Open(Referral referral, Identity identity)
    {
        if (referral.Bundle.Rows is not [var (cold, hot)] || identity.EpochSecretOf(cold.Epoch) is not { } secret
            || IntakeOpener.Open(cold, hot, secret, IntakeCopy.RecipientPlace) is not Opening.Opened opened)
        {
            return null;
        }

        using var folder = new BundleFolder(referral.Bundle);
        if (QuestionnaireFolder.Read(folder.ConfigFolder).Value is not { } questionnaire || new AskedBy(questionnaire, questionnaire.Main.Desk) is var by
            && IntakeReading.Of(opened.Slots, questionnaire, by.Form, by.Hash) is var reading && !reading.QuestionnaireOk)
        {
            opened.Case.Dispose();
            return null;
        }

        return new(cold.Place, reading) { By = by, Key = opened.Case, Triage = Triage.Of(reading, questionnaire, by.Form) };
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
