using System.Text.RegularExpressions;

namespace IntakeBot.Core.Intakes;

/// <summary>
/// Addresses in Korean, of North, Yanbian and South. 도, 시, 동 or 리 end many other words (아이도, 다시, 운동, 머리), so they count with a number,
/// one after the other, or where somebody lives or comes from.
/// </summary>
internal static partial class KoreanAddresses
{
    /// <summary>Syllables before 시, 군, 구, 읍 or 동 that make another word of them: 혹시, 친구, 활동.</summary>
    private const string Other =
        "도다역혹즉잠임필몇한두세네섯곱덟홉열접표지무감택반번당상요급국장미적해육륙민왕란독립"
        + "친입출항욕기가연식야축농배탁안호인복청추허전창불절방누운노로활행이충작자공변수파소격아협부태선난냉거제합";

    public static IEnumerable<Range> In(string folded) => folded.RangesOf(Numbered(), Named(), Lived(), Chained());

    [GeneratedRegex(
        @"\d\s*번\s?지|\d\s*번길|\d\s*동\s*\d+\s*호|\d{2}\s*호(?!선)|\d\s*인민반|\d\s*통\s*\d+\s*반|[가-힣]{2}(?:로|길)\s?\d+(?:길|\-\d|\s?호)"
        + @"|[가-힣](?:동|리|읍|면)\s?\d+\-\d",
        RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(
        "특별시|광역시|특별자치|자치주|자치현|로동자구|(?:함경|평안|황해|충청|전라|경상)[남북]도|[량양자]강도|강원도|황해도|제주도|경기도|(?:길림|료녕|요녕|흑룡강|산동|하북)성",
        RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(
        "(?<![가-힣])[가-힣]{2,4}(?:(?<![" + Other + @"])(?:시|군|구역|구|읍|동)|(?<![고방취영성농어삼사산이웃전지])(?:향|촌|진))"
        + @"(?:\s?살|에서?\s?(?:살|있|삽|산다|사는|왔|온|숨|갇|잡|일|태)|에서?[.!?]?\s*$|\s?(?:입니다|이에요|예요|이오)?[.!?]?\s*$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Lived();

    [GeneratedRegex(
        "(?<![가-힣])[가-힣]{2,4}(?<![" + Other + @"])(?:시|군|구|읍)\s+[가-힣]{2,4}"
        + "(?:(?<![" + Other + "])(?:구역|구|군|읍|면|동)|(?<![우소머다자거꼬빨허요관정처권도무보수논물심비유승의이그저오미서피파꾸])리|(?<![농어삼사산이])촌)(?![가-힣]{2})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Chained();
}
