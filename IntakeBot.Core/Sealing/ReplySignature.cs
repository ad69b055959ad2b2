namespace IntakeBot.Core.Sealing;

/// <summary>A member, by place in the roster, and 64 bytes of Ed25519.</summary>
public sealed record ReplySignature(byte RosterPlace, byte[] Bytes);
