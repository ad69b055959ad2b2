using System.Reflection;
using System.Runtime.InteropServices;
using IntakeBot.Core.Sealing;
using Native = IntakeBot.Core.Sealing.Sodium;

namespace IntakeBot.Tests.Sealing;

public sealed class SodiumTests
{
    private static readonly nint Library =
        NativeLibrary.Load("libsodium", typeof(IntakeSealer).Assembly, DllImportSearchPath.SafeDirectories);

    public static TheoryData<string> Constants =>
        [.. typeof(Native).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => f.Name)];

    /// <summary>crypto_kem_PUBLICKEYBYTES is what crypto_kem_publickeybytes() gives.</summary>
    [Theory]
    [MemberData(nameof(Constants))]
    public void A_constant_is_what_the_librarys_own_function_of_that_name_gives(string name)
    {
        var stated = (int)typeof(Native).GetField(name)!.GetRawConstantValue()!;

        Assert.Equal(stated, Call(name.ToLowerInvariant()));
    }

    [Fact]
    public void Constants_are_looked_at() => Assert.True(Constants.Count >= 16);

    [Fact]
    public void The_version_is_the_one_whose_facts_are_relied_on() => Assert.Equal("1.0.22", Native.LibraryVersion);

    [Fact]
    public unsafe void The_key_encapsulation_is_X_Wing()
    {
        var primitive = (delegate* unmanaged[Cdecl]<nint>)NativeLibrary.GetExport(Library, "crypto_kem_primitive");

        Assert.Equal("xwing", Marshal.PtrToStringUTF8(primitive()));
    }

    private static unsafe int Call(string function)
    {
        var export = NativeLibrary.GetExport(Library, function);
        return function.Contains("_alg_", StringComparison.Ordinal)
            ? ((delegate* unmanaged[Cdecl]<int>)export)()
            : checked((int)((delegate* unmanaged[Cdecl]<nuint>)export)());
    }
}
