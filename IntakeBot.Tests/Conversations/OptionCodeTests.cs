using IntakeBot.Core.Conversations;

namespace IntakeBot.Tests.Conversations;

/// <summary>The option byte of a button, both ways.</summary>
public sealed class OptionCodeTests
{
    [Fact]
    public void Each_byte_is_what_it_reads_as_or_nothing()
    {
        var read = Enumerable.Range(0, 256).Select(code => (Code: code, Said: OptionCode.Read((byte)code))).ToList();

        Assert.All(read.Where(r => r.Said is not null), r => Assert.Equal(r.Code, OptionCode.Of(r.Said!)));
        Assert.Equal(
            [.. Enumerable.Range(0, 96), .. Enum.GetValues<Command>().Where(c => c is not Command.None).Select(c => (int)c)],
            read.Where(r => r.Said is not null).Select(r => r.Code));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(32)]
    public void No_screen_has_so_many_options(int option)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => OptionCode.Of(new Said.Choose(option)));
        Assert.Throws<ArgumentOutOfRangeException>(() => OptionCode.Of(new Said.Toggle(option, true)));
    }
}
