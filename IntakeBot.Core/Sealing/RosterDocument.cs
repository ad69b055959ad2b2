using System.Text.Json.Serialization;

namespace IntakeBot.Core.Sealing;

/// <summary>roster.json as it is written, before anything of it was checked.</summary>
internal sealed record RosterDocument
{
    public required uint Serial { get; init; }

    public required string NotAfter { get; init; }

    public required string EpochStart { get; init; }

    /// <summary>Null: <see cref="EpochCalendar.DefaultDays"/>.</summary>
    public int? EpochDays { get; init; }

    public required int Places { get; init; }

    public required int Approvals { get; init; }

    public required string[] Desks { get; init => field = RosterJson.Filled(value); }

    public required ExchangeEntry Exchange { get; init; }

    public required string[] Questionnaires { get; init => field = RosterJson.Filled(value); }

    public required MemberEntry[] Members { get; init => field = RosterJson.Filled(value); }

    /// <summary>Places that a member has left, until they may be given again; null: none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VacatedEntry[]? Vacated { get; init => field = value is null ? null : RosterJson.Filled(value); }

    /// <summary>What may be kept longer than shipped; null: nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RetentionEntry? Retention { get; init; }

    internal sealed record ExchangeEntry
    {
        public required string Address { get; init; }

        public required string PublicKey { get; init; }
    }

    internal sealed record MemberEntry
    {
        public required int Place { get; init; }

        public required string Pseudonym { get; init; }

        public required string Role { get; init; }

        public required string Desk { get; init; }

        public required string SigningKey { get; init; }

        public bool Recovery { get; init; }

        /// <summary>Null: the roster's <see cref="EpochStart"/>.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Since { get; init; }
    }

    /// <summary>Each null where it is as shipped.</summary>
    internal sealed record RetentionEntry
    {
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public int? ReplyDays { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public int? ReplyReadDays { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public int? MailboxDays { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public int? TombstoneDays { get; init; }
    }

    internal sealed record VacatedEntry
    {
        public required int Place { get; init; }

        public required string Day { get; init; }
    }
}
