using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Exchange;

/// <summary>
/// The bytes of a referral: <c>title ‖ from 32 ‖ to 32 ‖ signature 64 ‖ bundle</c>. The signature is the sender's, over <c>to ‖ bundle</c>.
/// </summary>
public static class ReferralFile
{
    private const string Purpose = "referral";

    private static ReadOnlySpan<byte> Title => "IntakeBot referral 1\n"u8;

    private static int HeadSize => Title.Length + (2 * VerifyKey.Size) + VerifyKey.SignatureSize;

    public static byte[] Encode(Bundle bundle, VerifyKey to, SigningKey from)
    {
        byte[] content = [.. to.Bytes, .. BundleFile.Encode(bundle)];
        return [.. Title, .. from.Public.Bytes, .. to.Bytes, .. from.Sign(Purpose, content), .. content.AsSpan(VerifyKey.Size)];
    }

    /// <summary>Null for anything that <see cref="Encode"/> does not write, and where the signature is not that of <see cref="Referral.From"/>.</summary>
    public static Referral? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeadSize || !bytes.StartsWith(Title))
        {
            return null;
        }

        var keys = bytes[Title.Length..];
        byte[] content = [.. keys.Slice(VerifyKey.Size, VerifyKey.Size), .. bytes[HeadSize..]];
        return VerifyKey.Read(keys[..VerifyKey.Size]) is { } from && VerifyKey.Read(content.AsSpan(0, VerifyKey.Size)) is { } to
            && from.Verifies(keys.Slice(2 * VerifyKey.Size, VerifyKey.SignatureSize), Purpose, content)
            && BundleFile.Decode(content.AsSpan(VerifyKey.Size)) is { } bundle
                ? new() { From = from, To = to, Bundle = bundle } : null;
    }
}
