using System.Text.Json.Serialization;

namespace IntakeBot.Core.Sealing;

/// <summary>What is signed of a proposal, before anything of it was checked.</summary>
internal sealed record RosterProposalDocument
{
    public required uint Serial { get; init; }

    public required string Proposer { get; init; }

    public required string Wish { get; init; }

    public required string Pseudonym { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Role { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Desk { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MemberDocument? Member { get; init; }
}
