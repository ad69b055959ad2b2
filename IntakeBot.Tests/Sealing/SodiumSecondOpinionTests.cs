using System.Text;
using CsCheck;
using global::Sodium;
using IntakeBot.Core.Sealing;
using Aead = IntakeBot.Core.Sealing.Aead;
using Hash = IntakeBot.Core.Sealing.Hash;
using Native = IntakeBot.Core.Sealing.Sodium;

namespace IntakeBot.Tests.Sealing;

/// <summary>Sodium.Core, an independent binding, gives and reads the same bytes.</summary>
public sealed class SodiumSecondOpinionTests
{
    [Fact]
    public void BLAKE2b_agrees() =>
        Gen.Select(Gen.Byte.Array[0, 700], Gen.OneOf(Gen.Const(0), Gen.Int[16, 64])).Sample((message, keySize) =>
        {
            var key = RowCase.Bytes(keySize, 5);
            byte[] input = [.. "IntakeBot v1 some label\0"u8, .. message];

            Assert.Equal(GenericHash.Hash(input, keySize == 0 ? null : key, Hash.Size), Hash.Of(key, "some label", message));
        });

    [Fact]
    public void What_we_seal_it_opens_and_what_it_seals_we_open() =>
        Gen.Select(Gen.Byte.Array[1, 400], Gen.Byte.Array[1, 40], Gen.Byte.Array[Aead.KeySize]).Sample((plaintext, associated, key) =>
        {
            var ours = new byte[plaintext.Length + Aead.Overhead];
            Aead.Seal(ours, plaintext, associated, key);
            var nonce = ours[..Aead.NonceSize];
            Assert.Equal(plaintext, SecretAeadXChaCha20Poly1305.Decrypt(ours[Aead.NonceSize..], nonce, key, associated));

            byte[] theirs = [.. nonce, .. SecretAeadXChaCha20Poly1305.Encrypt(plaintext, nonce, key, associated)];
            Assert.Equal(ours, theirs);
            var opened = new byte[plaintext.Length];
            Assert.True(Aead.TryOpen(opened, theirs, associated, key));
            Assert.Equal(plaintext, opened);
        });

    [Fact]
    public void Ed25519_agrees() =>
        Gen.Select(Gen.Byte.Array[32], Gen.Byte.Array[0, 200]).Sample((seed, message) =>
        {
            var theirs = PublicKeyAuth.GenerateKeyPair(seed);
            using var ours = new SigningKey([.. seed]);

            Assert.Equal(theirs.PublicKey, ours.Public.Bytes.ToArray());
            var signature = ours.Sign("test", message);
            byte[] framed = [.. "IntakeBot test v1\0"u8, .. message];
            Assert.Equal(PublicKeyAuth.SignDetached(framed, theirs.PrivateKey), signature);
            Assert.True(PublicKeyAuth.VerifyDetached(signature, framed, theirs.PublicKey));
            Assert.True(ours.Public.Verifies(signature, "test", message));
            Assert.False(ours.Public.Verifies(signature, "tests", message));
            Assert.False(ours.Public.Verifies(RowCase.Flipped(signature, message.Length % 64), "test", message));
        }, iter: 50);

    [Fact]
    public void Argon2id_agrees()
    {
        const int kibibytes = 256;
        var salt = RowCase.Bytes(Native.crypto_pwhash_SALTBYTES);
        var password = Encoding.UTF8.GetBytes("가나 passphrase");
        var ours = new byte[32];
        _ = Native.LibraryVersion;

        var code = Native.crypto_pwhash(
            ours, 32, password, (ulong)password.Length, salt, 3, kibibytes * 1024, Native.crypto_pwhash_ALG_ARGON2ID13);

        Assert.Equal(0, code);
        Assert.Equal(
            PasswordHash.ArgonHashBinary(password, salt, 3, kibibytes * 1024, 32, PasswordHash.ArgonAlgorithm.Argon_2ID13), ours);
    }
}
