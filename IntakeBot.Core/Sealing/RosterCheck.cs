using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>From what roster.json says to a <see cref="Roster"/>, naming everything that is wrong with it.</summary>
internal sealed class RosterCheck(string file, string? dataFolder, ICollection<string> problems)
{
    private const int MaxEpochDays = 366;

    /// <summary>A roster, to be used only if no problem was added.</summary>
    public Roster? Check(RosterDocument document, string hash, VerifyKey? organisation, Day today, IEnumerable<string> desksInUse)
    {
        Refuse(document.Serial == 0, "serial starts at 1");
        Refuse(!ColdRow.IsPlaceCount(document.Places), "places is 4, 8, 16 or 32");
        Refuse(document.Approvals is not (1 or 2), "approvals is 1 or 2");
        Refuse(document.EpochDays is < 1 or > MaxEpochDays, $"epochDays is 1 to {MaxEpochDays}");
        Refuse(document.Questionnaires.Length == 0, "questionnaires is empty, so no answer could be read; list the hash that 'intakebot check' shows");
        foreach (var wrong in document.Questionnaires.Where(q => q.Length != 40 || q.Any(c => !char.IsAsciiHexDigitLower(c))))
        {
            problems.Add($"{file}: questionnaire '{EscapedText.Of(wrong)}' is not 40 hexadecimal digits in small letters");
        }

        Refuse(document.Desks.Length == 0 || document.Desks.Any(d => !Roster.IsName(d)) || document.Desks.Distinct().Count() != document.Desks.Length,
            $"desks are different names of a-z, 0-9 and -, at most {Roster.MaxNameLength} long");
        var notAfter = DayOf(document.NotAfter, "notAfter");
        var start = DayOf(document.EpochStart, "epochStart");
        Refuse(notAfter < today, $"ended on {notAfter}; have the next roster signed");
        Refuse(start > today, $"epochStart {start} is still to come");
        var exchangeKey = KeyOf(document.Exchange.PublicKey, "exchange.publicKey");
        if (!Uri.TryCreate(document.Exchange.Address, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            problems.Add($"{file}: exchange.address is not an address that starts with http:// or https://");
        }

        var calendar = new EpochCalendar(start ?? default, document.EpochDays ?? EpochCalendar.DefaultDays);
        CheckVacated(document, today);
        var days = SignedDays.Of(document.Retention);
        foreach (var wrong in days.Problems())
        {
            problems.Add($"{file}: retention: {wrong}");
        }

        var members = document.Members.Select(m => Member(m, document, start, today)).OfType<RosterMember>().OrderBy(m => m.Place).ToList();
        RefuseTwice(document.Members, m => m.Place, "place");
        RefuseTwice(document.Members, m => m.Pseudonym, "pseudonym");
        RefuseTwice(document.Members, m => m.SigningKey, "signing key");
        RefuseSharedEpochKeys(members);
        members = WithPutKeys(members);
        CheckToday(members, start <= today && calendar.Days > 0 ? calendar.EpochOf(today) : null, desksInUse);
        if (problems.Count > 0 || notAfter is null || exchangeKey is null || address is null || organisation is null)
        {
            return null;
        }

        return new Roster
        {
            Organisation = organisation,
            Hash = hash,
            Serial = document.Serial,
            NotAfter = notAfter.Value,
            Epochs = calendar,
            Places = document.Places,
            Approvals = document.Approvals,
            Desks = document.Desks,
            ExchangeAddress = address,
            ExchangeKey = exchangeKey,
            Questionnaires = document.Questionnaires,
            Members = members,
            Days = days,
        };
    }

    /// <summary><paramref name="epoch"/> is null where the file does not say which it is.</summary>
    private void CheckToday(List<RosterMember> members, uint? epoch, IEnumerable<string> desksInUse)
    {
        foreach (var desk in desksInUse.Distinct())
        {
            var recipients = members.Where(m => m.IsRecipient && m.Desk == desk).ToList();
            Refuse(recipients.Count == 0, $"nobody could open what is said to desk '{EscapedText.Of(desk)}'; add a member who is not an auditor");
            if (recipients.Count > 0 && epoch is { } current && recipients.All(m => !m.EpochKeys.ContainsKey(current)))
            {
                Refuse(true, $"nobody at desk '{EscapedText.Of(desk)}' has a key for the current epoch {current}; a member makes one with 'intakebot keys renew'");
            }
        }
    }

    private void CheckVacated(RosterDocument document, Day today)
    {
        var vacated = document.Vacated ?? [];
        foreach (var (place, text) in vacated.Select(v => (v.Place, v.Day)))
        {
            Refuse(place < 0 || place >= document.Places, $"vacated names place {place}, but places are 0 to {document.Places - 1}");
            var day = DayOf(text, $"the day on which place {place} was vacated");
            Refuse(day > today, $"place {place} was vacated on {day}, which is still to come");
            foreach (var member in document.Members.Where(m => m.Place == place && day <= today && today.Number - day.Value.Number < Roster.DaysVacated))
            {
                problems.Add($"{file}: {member.Pseudonym} has place {place}, which rests until {day!.Value.Plus(Roster.DaysVacated)}; give another place");
            }
        }

        foreach (var twice in vacated.GroupBy(v => v.Place).Where(g => g.Count() > 1))
        {
            problems.Add($"{file}: vacated names place {twice.Key} twice");
        }
    }

    private RosterMember? Member(RosterDocument.MemberEntry entry, RosterDocument roster, Day? start, Day today)
    {
        if (!Roster.IsName(entry.Pseudonym))
        {
            problems.Add($"{file}: the pseudonym of place {entry.Place} is not made of a-z, 0-9 and -, at most {Roster.MaxNameLength} long");
            return null;
        }

        Refuse(entry.Place < 0 || entry.Place >= roster.Places, $"{entry.Pseudonym} has place {entry.Place}, but places are 0 to {roster.Places - 1}");
        Refuse(!roster.Desks.Contains(entry.Desk), $"{entry.Pseudonym} is at desk '{EscapedText.Of(entry.Desk)}', which is not in desks");
        var role = entry.Role switch
        {
            "staff" => RosterRole.Staff,
            "lead" => RosterRole.Lead,
            "auditor" => RosterRole.Auditor,
            _ => (RosterRole?)null,
        };
        Refuse(role is null, $"{entry.Pseudonym} has role '{EscapedText.Of(entry.Role)}', but roles are staff, lead and auditor");
        var since = entry.Since is null ? start : DayOf(entry.Since, $"the since of {entry.Pseudonym}");
        Refuse(entry.Since is not null && since > today, $"{entry.Pseudonym} is a member since {since}, which is still to come");
        if (KeyOf(entry.SigningKey, $"the signingKey of {entry.Pseudonym}") is not { } key || role is null || entry.Place is < 0 or > 31)
        {
            return null;
        }

        return new RosterMember
        {
            Place = (byte)entry.Place,
            Pseudonym = entry.Pseudonym,
            Role = role.Value,
            Desk = entry.Desk,
            SigningKey = key,
            Recovery = entry.Recovery,
            Since = since ?? default,
            EpochKeys = role == RosterRole.Auditor ? AuditorKeys(MemberPath(entry.Pseudonym), key) : MemberFile.Read(MemberPath(entry.Pseudonym), key, problems),
        };
    }

    /// <summary>They are for memos alone: an auditor without a file, or with one of somebody else, is an auditor all the same.</summary>
    private SortedDictionary<uint, RecipientKey> AuditorKeys(string path, VerifyKey key) =>
        new(PutStatements.Statements(path, key, problems).DistinctBy(s => s.Epoch).ToDictionary(s => s.Epoch, s => s.Key));

    private void RefuseTwice<T>(RosterDocument.MemberEntry[] members, Func<RosterDocument.MemberEntry, T> of, string what)
    {
        foreach (var twice in members.GroupBy(of).Where(g => g.Count() > 1))
        {
            problems.Add($"{file}: {string.Join(" and ", twice.Select(m => EscapedText.Of(m.Pseudonym)))} have the same {what}");
        }
    }

    private void RefuseSharedEpochKeys(List<RosterMember> members)
    {
        var keys = members.SelectMany(m => m.EpochKeys, (m, e) => (m.Pseudonym, e.Key, Text: Convert.ToHexString(e.Value.Bytes)));
        foreach (var shared in keys.GroupBy(k => k.Text).Where(g => g.Count() > 1))
        {
            problems.Add($"{file}: {string.Join(" and ", shared.Select(k => $"{k.Pseudonym} in epoch {k.Key}"))} state the same key");
        }
    }

    /// <summary>A key that somebody else stated counts for nobody here: a member must not bring the whole roster down with it.</summary>
    private List<RosterMember> WithPutKeys(List<RosterMember> members)
    {
        if (dataFolder is null)
        {
            return members;
        }

        var known = members.SelectMany(m => m.EpochKeys.Values).Select(k => Convert.ToHexString(k.Bytes)).ToHashSet();
        return [.. members.Select(member =>
        {
            var keys = new SortedDictionary<uint, RecipientKey>(member.EpochKeys.ToDictionary());
            var put = PutStatements.Statements(PutStatements.FileOf(dataFolder, member.Pseudonym), member.SigningKey, problems);
            foreach (var statement in put.Where(s => !keys.ContainsKey(s.Epoch) && known.Add(Convert.ToHexString(s.Key.Bytes))))
            {
                keys.Add(statement.Epoch, statement.Key);
            }

            return member with { EpochKeys = keys };
        })];
    }

    private Day? DayOf(string text, string what)
    {
        var day = Day.Parse(text);
        Refuse(day is null, $"{what} is not a day written as 2026-11-23");
        return day;
    }

    private VerifyKey? KeyOf(string text, string what)
    {
        var key = VerifyKey.Parse(text);
        Refuse(key is null, $"{what} is not a public key of 43 letters and digits");
        return key;
    }

    private void Refuse(bool wrong, string what)
    {
        if (wrong)
        {
            problems.Add($"{file}: {what}");
        }
    }

    private string MemberPath(string pseudonym) => Path.Combine(Path.GetDirectoryName(file)!, MemberFile.Folder, $"{pseudonym}.json");
}
