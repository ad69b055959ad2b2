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

    public uint Serial => _document.Serial;

    /// <summary>As the file has them.</summary>
    public IReadOnlyList<(string Pseudonym, string SigningKey)> Members => [.. _document.Members.Select(m => (m.Pseudonym, m.SigningKey))];

    public IReadOnlyList<string> Desks => _document.Desks;

    /// <summary>As the file has it.</summary>
    public string ExchangeAddress => _document.Exchange.Address;

    /// <summary>As the file has it.</summary>
    public string ExchangeKey => _document.Exchange.PublicKey;

    /// <summary>How long things may be kept at most.</summary>
    public SignedDays Days => SignedDays.Of(_document.Retention);

    /// <summary>The lowest place that no member has or has just left; null: all are taken or rest.</summary>
    public int? FreePlace(Day today) => Enumerable.Range(0, _document.Places)
        .Where(p => _document.Members.All(m => m.Place != p) && RestsUntil(p, today) is null).Select(p => (int?)p).FirstOrDefault();

    /// <summary>The first day on which a vacated place may be given again; null where it may today.</summary>
    public Day? RestsUntil(int place, Day today) =>
        Resting(today).FirstOrDefault(v => v.Place == place) is { } vacated && Day.Parse(vacated.Day) is { } day && day <= today
            ? day.Plus(Roster.DaysVacated) : null;

    public bool Has(string pseudonym) => _document.Members.Any(m => m.Pseudonym == pseudonym);

    public bool Has(VerifyKey signingKey) => _document.Members.Any(m => m.SigningKey == signingKey.ToString());

    public bool Has(string pseudonym, VerifyKey signingKey) =>
        _document.Members.Any(m => m.Pseudonym == pseudonym && m.SigningKey == signingKey.ToString());

    /// <summary>The key of a member who may wish for a change: anybody but an auditor. Null where there is none of that name.</summary>
    public VerifyKey? ProposerKey(string pseudonym) =>
        _document.Members.FirstOrDefault(m => m.Pseudonym == pseudonym && m.Role is "staff" or "lead") is { } member ? VerifyKey.Parse(member.SigningKey) : null;

    public void Add(string pseudonym, string role, string desk, VerifyKey signingKey, int place, bool recovery, Day today) => _document = _document with
    {
        Vacated = Rest(today),
        Members =
        [
            .. _document.Members,
            new()
            {
                Place = place, Pseudonym = pseudonym, Role = role, Desk = desk, SigningKey = signingKey.ToString(), Recovery = recovery, Since = today.ToString(),
            },
        ],
    };

    /// <summary>False where there is no such member. The place rests from <paramref name="today"/> on.</summary>
    public bool Remove(string pseudonym, Day today)
    {
        var gone = _document.Members.Where(m => m.Pseudonym == pseudonym).ToList();
        var vacated = gone.Select(m => new RosterDocument.VacatedEntry { Place = m.Place, Day = today.ToString() });
        _document = _document with { Members = [.. _document.Members.Except(gone)], Vacated = Rest(today, vacated) };
        return gone.Count > 0;
    }

    /// <summary>A new signing key for a member who stays at the same place. False where there is no such member.</summary>
    public bool Replace(string pseudonym, VerifyKey signingKey, Day today)
    {
        _document = _document with
        {
            Vacated = Rest(today),
            Members =
            [
                .. _document.Members.Select(m =>
                    m.Pseudonym == pseudonym ? m with { SigningKey = signingKey.ToString(), Since = today.ToString() } : m),
            ],
        };
        return Has(pseudonym);
    }

    /// <summary>The newest comes first; older ones stay, so that older intakes can be read.</summary>
    public void List(ReadOnlySpan<byte> questionnaireHash)
    {
        var text = Convert.ToHexStringLower(questionnaireHash);
        _document = _document with { Questionnaires = [text, .. _document.Questionnaires.Where(q => q != text)] };
    }

    public void EndOn(Day notAfter) => _document = _document with { NotAfter = notAfter.ToString() };

    /// <summary>Lets the operator keep things so long; as shipped takes an earlier word back.</summary>
    public void Allow(SignedDays days) => _document = _document with { Retention = days.Entry() };

    /// <summary>Writes roster.json with the next serial.</summary>
    public void Save()
    {
        _document = _document with { Serial = _document.Serial + 1 };
        WholeFile.Replace(File, [.. JsonSerializer.SerializeToUtf8Bytes(_document, RosterJson.Default.RosterDocument), (byte)'\n'], secret: false);
    }

    /// <summary>Null rather than empty, so that the file stays as it was.</summary>
    private RosterDocument.VacatedEntry[]? Rest(Day today, params IEnumerable<RosterDocument.VacatedEntry> more) =>
        Resting(today).Where(v => more.All(m => m.Place != v.Place)).Concat(more).OrderBy(v => v.Place).ToArray() is { Length: > 0 } all ? all : null;

    /// <summary>Without the places that have rested long enough. A day that makes no sense is kept, for the check to name.</summary>
    private IEnumerable<RosterDocument.VacatedEntry> Resting(Day today) =>
        (_document.Vacated ?? []).Where(v => Day.Parse(v.Day) is not { } day || today.Number - day.Number < Roster.DaysVacated);
}
