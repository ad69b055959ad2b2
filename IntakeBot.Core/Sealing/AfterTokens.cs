namespace IntakeBot.Core.Sealing;

/// <summary>What A gives: tokens that only who has opened the intake can show, and the hashes by which the server checks them.</summary>
public static class AfterTokens
{
    public static byte[] Remove(ReadOnlySpan<byte> after) => Hash.Of(after, "remove", []);

    public static byte[] Extend(ReadOnlySpan<byte> after) => Hash.Of(after, "extend", []);

    public static byte[] RemoveHash(ReadOnlySpan<byte> token) => Hash.Of([], "remove hash", token);

    public static byte[] ExtendHash(ReadOnlySpan<byte> token) => Hash.Of([], "extend hash", token);
}
