using System.Text.RegularExpressions;

namespace IntakeBot.Core.Intakes;

/// <summary>Ways to reach somebody: handles, the names of messengers, mail, links; and the words that introduce a name.</summary>
internal static partial class Contacts
{
    public static IEnumerable<Range> In(string folded) => folded.RangesOf(Signs(), Messengers(), Links(), Introductions());

    /// <summary>@ however it is called, and words such as kim_1 or abc123, which are accounts, papers or trains. Nor is a command a note.</summary>
    [GeneratedRegex(
        @"^/|@|골뱅이|アットマーク|艾特|[(\[{<]\s*at\s*[)\]}>]|[a-z0-9]_+[a-z0-9]|(?<![a-z0-9])[a-z][a-z.\-]*\d{3}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    [GeneratedRegex(
        @"(?<![a-z])(?:wx|vx|qq|tg)(?:id)?(?![a-z])|we\s?chat|weixin|微\s*信|薇信|维信|[v微]信号?|加\s*(?:v|微|薇|q|扣)|扣扣|微博|weibo|抖音|快手|小红书|小紅書|陌陌|电报|電報"
        + @"|카\s*카오|카\s*톡|까톡|깨톡|kakao|katalk|위챗|위쳇|웨이신|텔레그램|(?<![가-힣])라인|인스타|페이스북|페북"
        + "|カカオ|テレグラム|ウィーチャット|ウイーチャット|(?<![ァ-ー])ライン(?![ァ-ー])|インスタ|フェイスブック|ツイッター"
        + @"|telegram|whats\s?app|viber|zalo|instagram|(?<![a-z])insta(?![a-z])|facebook|skype|discord|snapchat|tiktok|twitter"
        + @"|(?<![a-z])line\s*(?:id|[:=@]|[のでをにはが])|(?<![a-z])(?:my|his|her|on|via) line(?=\s+is|\s*$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Messengers();

    /// <summary>Where the end of a domain is also a word, only with the slash behind it.</summary>
    [GeneratedRegex(
        @"https?\s*:|://|(?<![a-z])www\s*\.|gmail|hotmail|hanmail|naver|daum\.|icloud|지메일|네이버|[a-z]メール"
        + @"|(?:\.\s?|。|\bdot\s|닷\s?|点\s?|點\s?|ドット\s?)(?:com|cn|kr|jp|org|컴|コム)(?![a-z])"
        + @"|(?<=[^\s.])\.(?:net|info|io|biz|xyz|edu|gov|tw|hk|vn|ru|uk|한국|中国|公司|网络)(?![\p{L}])"
        + @"|\.(?:me|us|be|top|live|link|site|shop|club|app|online|tv|cc|gg|ly|gl|in|to|so)/"
        + @"|(?<![a-z])(?:t|wa|m|line|telegram|youtu|bit|goo)\s?\.\s?(?:me|be|ly|gl)(?![a-z])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Links();

    [GeneratedRegex(
        @"my name is|제\s?이름은|내\s?이름은|我的名字|我叫(?!他|她|人|车|車|救|大家|不)[\u3400-\u9FFF]{2,3}(?:[,。 ]|$)|私の名前は",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Introductions();
}
