namespace IntakeBot.Core.Conversations;

/// <summary>The option byte of a callback token: 0–31 choose, 32–63 toggle on, 64–95 toggle off, 160–255 commands.</summary>
public static class OptionCode
{
    private const int Span = 32;
    private const int FirstCommand = 160;

    public static byte Of(Said said) => said switch
    {
        Said.Choose { Option: >= 0 and < Span } choose => (byte)choose.Option,
        Said.Toggle { Option: >= 0 and < Span } toggle => (byte)(toggle.Option + (toggle.On ? Span : 2 * Span)),
        Said.Press press => (byte)press.Command,
        _ => throw new ArgumentOutOfRangeException(nameof(said), "No button says this."),
    };

    /// <summary>Null for codes that no button carries.</summary>
    public static Said? Read(byte code) => code switch
    {
        < Span => new Said.Choose(code),
        < 2 * Span => new Said.Toggle(code - Span, true),
        < 3 * Span => new Said.Toggle(code - (2 * Span), false),
        >= FirstCommand when Enum.IsDefined((Command)code) => new Said.Press((Command)code),
        _ => null,
    };
}
