using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Exchange;

/// <summary>One intake on its way to a partner organisation: a copy sealed to the partner, in a bundle with the questionnaire that it was asked by, signed by who refers it.</summary>
public sealed record Referral
{
    /// <summary>The member who refers it; the partner compares its fingerprint by voice.</summary>
    public required VerifyKey From { get; init; }

    /// <summary>The partner's signing key. Signed too, so that a partner cannot hand the file on as if it had been for somebody else.</summary>
    public required VerifyKey To { get; init; }

    public required Bundle Bundle { get; init; }

    public override string ToString() => nameof(Referral);
}
