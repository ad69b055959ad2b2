namespace IntakeBot.Core.Sealing;

/// <summary>The file of a proposal. What is signed lies in it as text, so that it is the exact bytes that are checked and then read.</summary>
internal sealed record SignedProposalDocument
{
    /// <summary>Base64url of the JSON of a <see cref="RosterProposalDocument"/>.</summary>
    public required string Proposal { get; init; }

    /// <summary>Base64url of 64 bytes.</summary>
    public required string Signature { get; init; }
}
