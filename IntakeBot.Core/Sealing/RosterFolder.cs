using System.Text.Json;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// The roster as it lies in the configuration folder: organisation.pub, roster.json, roster.sig and members/. Reading changes
/// nothing; <see cref="Pin"/> remembers what was accepted.
/// </summary>
public static class RosterFolder
{
    public const string RosterName = "roster.json";
    public const string SignatureName = "roster.sig";
    public const string OrganisationName = "organisation.pub";

    private const string Purpose = "roster";

    /// <summary>
    /// The roster, or everything that is wrong with it, at once. <paramref name="desksInUse"/> are those that a form is sealed to:
    /// each needs a recipient today.
    /// </summary>
    public static RosterReading Read(string configFolder, string dataFolder, Day today, params IEnumerable<string> desksInUse)
    {
        var problems = new List<string>();
        var pinFile = Path.Combine(dataFolder, RosterPin.FileName);
        var pin = File.Exists(pinFile) && RosterFiles.Bytes(pinFile, problems) is { } pinned
            ? RosterFiles.Json(pinFile, pinned, RosterJson.Default.RosterPin, problems)
            : null;
        var organisation = Organisation(configFolder, problems);
        if (organisation is not null)
        {
            pin?.Check(pinFile, organisation, problems);
        }

        var file = Path.Combine(configFolder, RosterName);
        if (RosterFiles.Bytes(file, problems) is not { } bytes)
        {
            return new(null, problems);
        }

        var signature = Signature(Path.Combine(configFolder, SignatureName), problems);
        if (organisation is not null && signature is not null && !organisation.Verifies(signature, Purpose, bytes))
        {
            problems.Add($"{file}: is not what the organisation signed; get roster.json and roster.sig again, or sign it anew");
        }

        var document = RosterFiles.Json(file, bytes, RosterJson.Default.RosterDocument, problems);
        if (document is null)
        {
            return new(null, problems);
        }

        var hash = HashOf(bytes);
        pin?.Check(file, document.Serial, hash, problems);
        var roster = new RosterCheck(file, dataFolder, problems).Check(document, hash, organisation, today, desksInUse);
        return problems.Count == 0 ? new(roster, []) : new(null, problems);
    }

    /// <summary>The organisation's key as the folder names it; null, and the reason added, where it names none.</summary>
    public static VerifyKey? Organisation(string configFolder, ICollection<string> problems) =>
        RosterFiles.Key(Path.Combine(configFolder, OrganisationName), problems);

    /// <summary>The same checks on a roster that is still to be signed by <paramref name="organisation"/>.</summary>
    public static RosterReading Draft(string configFolder, VerifyKey organisation, Day today)
    {
        var problems = new List<string>();
        var file = Path.Combine(configFolder, RosterName);
        if (RosterFiles.Bytes(file, problems) is not { } bytes || RosterFiles.Json(file, bytes, RosterJson.Default.RosterDocument, problems) is not { } document)
        {
            return new(null, problems);
        }

        var roster = new RosterCheck(file, null, problems).Check(document, HashOf(bytes), organisation, today, document.Desks.Take(1));
        return problems.Count == 0 ? new(roster, []) : new(null, problems);
    }

    /// <summary>Remembers organisation and serial of an accepted roster; afterwards no other organisation and no older roster is accepted.</summary>
    public static void Pin(string dataFolder, Roster roster)
    {
        var pin = new RosterPin { Organisation = roster.Organisation.ToString(), Serial = roster.Serial, Hash = roster.Hash };
        byte[] text = [.. JsonSerializer.SerializeToUtf8Bytes(pin, RosterJson.Default.RosterPin), (byte)'\n'];
        var file = Path.Combine(dataFolder, RosterPin.FileName);
        if (!File.Exists(file) || !File.ReadAllBytes(file).AsSpan().SequenceEqual(text))
        {
            WholeFile.Replace(file, text, secret: true);
        }
    }

    /// <summary>Signs the exact bytes of roster.json, writes roster.sig beside it, and organisation.pub where there is none.</summary>
    public static void Sign(string configFolder, SigningKey organisation)
    {
        var publicFile = Path.Combine(configFolder, OrganisationName);
        if (!File.Exists(publicFile))
        {
            WholeFile.Create(publicFile, System.Text.Encoding.ASCII.GetBytes($"{organisation.Public}\n"), secret: false);
        }

        var bytes = File.ReadAllBytes(Path.Combine(configFolder, RosterName));
        var text = Convert.ToBase64String(organisation.Sign(Purpose, bytes)) + "\n";
        WholeFile.Replace(Path.Combine(configFolder, SignatureName), System.Text.Encoding.ASCII.GetBytes(text), secret: false);
    }

    internal static string HashOf(ReadOnlySpan<byte> roster) => Convert.ToHexStringLower(Hash.Of([], "roster", roster));

    private static byte[]? Signature(string file, List<string> problems)
    {
        if (RosterFiles.Bytes(file, problems) is not { } text)
        {
            return null;
        }

        var signature = new byte[VerifyKey.SignatureSize];
        var letters = System.Text.Encoding.ASCII.GetString(text).Trim();
        if (Convert.TryFromBase64String(letters, signature, out var length) && length == signature.Length && Convert.ToBase64String(signature) == letters)
        {
            return signature;
        }

        problems.Add($"{file}: is not a signature of 64 bytes in base64; get it again, or sign the roster anew");
        return null;
    }
}
