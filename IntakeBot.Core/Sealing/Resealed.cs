namespace IntakeBot.Core.Sealing;

/// <summary>What a member who can open an intake makes for another: a stanza for that place of the roster, and the right to put it there.</summary>
/// <param name="ExtendToken">32 bytes; the cold row holds its hash.</param>
/// <param name="Stanza"><see cref="Format.StanzaSize"/> bytes.</param>
public sealed record Resealed(byte[] ExtendToken, byte[] Stanza)
{
    public override string ToString() => nameof(Resealed);
}
