using System.Text.RegularExpressions;

namespace IntakeBot.Core.Intakes;

/// <summary>An hour or a day in digits: 3:30, 3 pm, 3시, 3点, 3 giờ, 12月3日. 一点 is "a little" too, so it is none.</summary>
internal static partial class ClockTimes
{
    public static IEnumerable<Range> In(string folded) => folded.RangesOf(Times());

    [GeneratedRegex(
        @"\d{1,2}\s?[:.h]\s?[0-5]\d(?!\d)|\d{1,2}\s?(?:[ap]\.?\s?m(?![a-z])|o.?\s?clock|giờ|h(?![a-z]))|[\d二三四五六七八九十两][\d一二三四五六七八九十]{0,2}\s?(?:点|點|時(?!間)|时(?!间))"
        + @"|(?:\d{1,2}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두)\s?시(?![가-힣-[에까부반쯤입이]])|\d{1,2}\s?[月월/]\s?\d{1,2}|ngày\s?\d{1,2}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Times();
}
