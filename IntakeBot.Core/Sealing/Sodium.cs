using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// The functions of native libsodium that are used, under libsodium's own names, with its own constants.
/// Each is called from one place, which checks lengths and the return code.
/// </summary>
internal static partial class Sodium
{
    public const int crypto_generichash_KEYBYTES_MIN = 16;
    public const int crypto_generichash_KEYBYTES_MAX = 64;
    public const int crypto_aead_xchacha20poly1305_ietf_KEYBYTES = 32;
    public const int crypto_aead_xchacha20poly1305_ietf_NPUBBYTES = 24;
    public const int crypto_aead_xchacha20poly1305_ietf_ABYTES = 16;
    public const int crypto_kem_PUBLICKEYBYTES = 1216;
    public const int crypto_kem_SECRETKEYBYTES = 32;
    public const int crypto_kem_CIPHERTEXTBYTES = 1120;
    public const int crypto_kem_SHAREDSECRETBYTES = 32;
    public const int crypto_kem_SEEDBYTES = 32;
    public const int crypto_sign_PUBLICKEYBYTES = 32;
    public const int crypto_sign_SECRETKEYBYTES = 64;
    public const int crypto_sign_SEEDBYTES = 32;
    public const int crypto_sign_BYTES = 64;
    public const int crypto_pwhash_SALTBYTES = 16;
    public const int crypto_pwhash_ALG_ARGON2ID13 = 2;

    private const string Library = "libsodium";

    /// <summary>Loads the library once and refuses another version than the one whose facts this project relies on.</summary>
    private static readonly string Version = Initialize();

    /// <summary>"1.0.22"; reading it loads and checks the library.</summary>
    public static string LibraryVersion => Version;

    private static string Initialize()
    {
        if (sodium_init() < 0)
        {
            throw new NotSupportedException("libsodium could not be initialised: the system's random source does not answer.");
        }

        var version = Marshal.PtrToStringUTF8(sodium_version_string()) ?? "";
        return version == "1.0.22"
            ? version
            : throw new NotSupportedException($"libsodium {version} was loaded, but 1.0.22 is needed: use the one beside the program.");
    }

    [LibraryImport(Library), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int sodium_init();

    [LibraryImport(Library), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial nint sodium_version_string();

    [LibraryImport(Library), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int sodium_mlock(Span<byte> addr, nuint len);

    [LibraryImport(Library), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int crypto_generichash(
        Span<byte> @out, nuint outlen, ReadOnlySpan<byte> @in, ulong inlen, ReadOnlySpan<byte> key, nuint keylen);

    [LibraryImport(Library), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int crypto_aead_xchacha20poly1305_ietf_encrypt(
        Span<byte> c, out ulong clen, ReadOnlySpan<byte> m, ulong mlen, ReadOnlySpan<byte> ad, ulong adlen, nint nsec, ReadOnlySpan<byte> npub, ReadOnlySpan<byte> k);

    [LibraryImport(Library), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int crypto_aead_xchacha20poly1305_ietf_decrypt(
        Span<byte> m, out ulong mlen, nint nsec, ReadOnlySpan<byte> c, ulong clen, ReadOnlySpan<byte> ad, ulong adlen, ReadOnlySpan<byte> npub, ReadOnlySpan<byte> k);

    [LibraryImport(Library), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int crypto_kem_seed_keypair(Span<byte> pk, Span<byte> sk, ReadOnlySpan<byte> seed);

    [LibraryImport(Library), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int crypto_kem_enc(Span<byte> ct, Span<byte> ss, ReadOnlySpan<byte> pk);

    /// <summary>As crypto_kem_enc, from 64 bytes that are given: crypto_kem is X-Wing in this version, and a test says so.</summary>
    [LibraryImport(Library), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int crypto_kem_xwing_enc_deterministic(Span<byte> ct, Span<byte> ss, ReadOnlySpan<byte> pk, ReadOnlySpan<byte> seed);

    [LibraryImport(Library), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int crypto_kem_dec(Span<byte> ss, ReadOnlySpan<byte> ct, ReadOnlySpan<byte> sk);

    [LibraryImport(Library), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int crypto_sign_seed_keypair(Span<byte> pk, Span<byte> sk, ReadOnlySpan<byte> seed);

    [LibraryImport(Library), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int crypto_sign_detached(Span<byte> sig, out ulong siglen, ReadOnlySpan<byte> m, ulong mlen, ReadOnlySpan<byte> sk);

    [LibraryImport(Library), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int crypto_sign_verify_detached(ReadOnlySpan<byte> sig, ReadOnlySpan<byte> m, ulong mlen, ReadOnlySpan<byte> pk);

    [LibraryImport(Library), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int crypto_pwhash(
        Span<byte> @out, ulong outlen, ReadOnlySpan<byte> passwd, ulong passwdlen, ReadOnlySpan<byte> salt, ulong opslimit, nuint memlimit, int alg);
}
