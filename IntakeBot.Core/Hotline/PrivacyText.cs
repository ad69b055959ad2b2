using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Core.Hotline;

/// <summary>What Telegram asks every bot to say: who runs it, what is kept and how long, how to delete it, what Telegram sees.</summary>
public static class PrivacyText
{
    public static string Compose(Language words, Retention retention, Imprint imprint) => KeptText.Join(
    [
        words.Kept[KeptName.PrivacyTitle],
        .. Filled(words.Kept[KeptName.RunBy], Placeholders.Name, imprint.Name),
        .. Filled(words.Kept[KeptName.Contact], Placeholders.Contact, imprint.Contact),
        .. KeptText.Lines(words, retention),
        words.Kept[KeptName.TelegramRules],
    ]);

    private static string[] Filled(string line, string placeholder, string setting) =>
        string.IsNullOrWhiteSpace(setting) ? [] : [line.Replace(placeholder, setting.Trim(), StringComparison.Ordinal)];
}
