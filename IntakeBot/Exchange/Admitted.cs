using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Exchange;

/// <summary>Who was let in with one request.</summary>
internal sealed record Admitted(SignatureInput Input, RosterMember Member)
{
    public override string ToString() => nameof(Admitted);
}
