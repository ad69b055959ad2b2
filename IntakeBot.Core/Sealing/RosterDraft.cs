using System.Text.Json;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// roster.json while the holder of the organisation's key changes it. Every change raises the serial, and only a new signature
/// makes it count; nothing is checked here that <see cref="RosterFolder"/> checks.
/// </summary>
public sealed class RosterDraft
{
    private readonly string _configFolder;
    private RosterDocument _document;

    private RosterDraft(string configFolder, RosterDocument document)
    {
        _configFolder = configFolder;
        _document = document;
    }

    private string File => Path.Combine(_configFolder, RosterFolder.RosterName);

    /// <summary>A first roster without members.</summary>
    public static RosterDraft Begin(string configFolder, Uri exchange, VerifyKey exchangeKey, Day notAfter, IEnumerable<string> desks, int places) => new(
        configFolder,
        new RosterDocument
        {
            Serial = 0,
            NotAfter = notAfter.ToString(),
            EpochStart = EpochCalendar.Default.Start.ToString(),
            EpochDays = EpochCalendar.Default.Days,
            Places = places,
            Approvals = 2,
            Desks = [.. desks],
            Exchange = new() { Address = exchange.ToString(), PublicKey = exchangeKey.ToString() },
            Questionnaires = [],
            Members = [],
        });

    /// <summary>The roster as it is now; null, and the reason added, where it cannot be read.</summary>
    public static RosterDraft? Open(string configFolder, ICollection<string> problems)
    {
        var file = Path.Combine(configFolder, RosterFolder.RosterName);
        return RosterFiles.Bytes(file, problems) is { } bytes && RosterFiles.Json(file, bytes, RosterJson.Default.RosterDocument, problems) is { } document
            ? new(configFolder, document)
            : null;
    }

    /// <summary>The lowest place that no member has; null: all are taken.</summary>
    public int? FreePlace() => Enumerable.Range(0, _document.Places).Where(p => _document.Members.All(m => m.Place != p)).Select(p => (int?)p).FirstOrDefault();

    public bool Has(string pseudonym) => _document.Members.Any(m => m.Pseudonym == pseudonym);

    public bool Has(VerifyKey signingKey) => _document.Members.Any(m => m.SigningKey == signingKey.ToString());

    public bool Has(string pseudonym, VerifyKey signingKey) =>
        _document.Members.Any(m => m.Pseudonym == pseudonym && m.SigningKey == signingKey.ToString());

    public void Add(string pseudonym, string role, string desk, VerifyKey signingKey, int place, bool recovery) => _document = _document with
    {
        Members =
        [
            .. _document.Members,
            new() { Place = place, Pseudonym = pseudonym, Role = role, Desk = desk, SigningKey = signingKey.ToString(), Recovery = recovery },
        ],
    };

    /// <summary>False where there is no such member.</summary>
    public bool Remove(string pseudonym)
    {
        var before = _document.Members.Length;
        _document = _document with { Members = [.. _document.Members.Where(m => m.Pseudonym != pseudonym)] };
        return _document.Members.Length < before;
    }

    /// <summary>The newest comes first; older ones stay, so that older intakes can be read.</summary>
    public void List(ReadOnlySpan<byte> questionnaireHash)
    {
        var text = Convert.ToHexStringLower(questionnaireHash);
        _document = _document with { Questionnaires = [text, .. _document.Questionnaires.Where(q => q != text)] };
    }

    public void EndOn(Day notAfter) => _document = _document with { NotAfter = notAfter.ToString() };

    /// <summary>Writes roster.json with the next serial.</summary>
    public void Save()
    {
        _document = _document with { Serial = _document.Serial + 1 };
        WholeFile.Replace(File, [.. JsonSerializer.SerializeToUtf8Bytes(_document, RosterJson.Default.RosterDocument), (byte)'\n'], secret: false);
    }
}
