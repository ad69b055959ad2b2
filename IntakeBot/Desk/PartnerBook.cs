using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>The partners of one desk: a member file each, whose fingerprint somebody heard by voice. Another key under a known name is refused.</summary>
internal sealed class PartnerBook(string folder)
{
    /// <summary>By name. A file that cannot be read any more is left out.</summary>
    public IReadOnlyList<Partner> All() => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)
            .Select(f => MemberFile.ReadKeys(f, File.ReadAllBytes(f), []) is { } keys ? new Partner(Path.GetFileNameWithoutExtension(f), keys) : null)
            .OfType<Partner>(),
    ];

    public Partner? Find(string name) => All().FirstOrDefault(p => p.Name == name);

    /// <summary>Null where it was taken. A newer file of the same key takes the place of the older one.</summary>
    public Phrase? Take(string name, StatedKeys? keys, string heard)
    {
        if (!Roster.IsName(name) || keys is not { Statements.Count: > 0 })
        {
            return Phrase.PartnerNot;
        }

        if (Digits(heard) != Digits(Fingerprint.Of(keys.SigningKey)))
        {
            return Phrase.PartnerDigits;
        }

        if (Find(name) is { } known && !known.Keys.SigningKey.Equals(keys.SigningKey))
        {
            return Phrase.PartnerOther;
        }

        _ = Directory.CreateDirectory(folder);
        WholeFile.Replace(FileOf(name), keys.Encode(), secret: true);
        return null;
    }

    public void Forget(string name)
    {
        if (Find(name) is not null)
        {
            File.Delete(FileOf(name));
        }
    }

    private string FileOf(string name) => Path.Combine(folder, $"{name}.json");

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
