namespace IntakeBot.Core.Intakes;

/// <summary>The name of a wish that is about one case: its mark's lower half, with the minute of the asking mixed in so that the next asking has another name.</summary>
public static class CaseWish
{
    public static ulong NameOf(UInt128 caseMark, DateTimeOffset at) => unchecked((ulong)caseMark) ^ (ulong)(at.ToUnixTimeSeconds() / 60);

    /// <summary>True where <paramref name="name"/>, asked at <paramref name="at"/>, is about that case. A minute may have passed between naming and writing.</summary>
    public static bool IsOf(ulong name, UInt128 caseMark, DateTimeOffset at) =>
        name == NameOf(caseMark, at) || name == NameOf(caseMark, at - TimeSpan.FromMinutes(1));
}
