using System.Text.RegularExpressions;

namespace IntakeBot.Core.Intakes;

/// <summary>
/// Addresses in Chinese and Japanese. The signs for province, city, village or road are in many other words (城市, 走路, 地区), so each
/// pattern names the signs before and behind it that make such a word.
/// </summary>
internal static partial class HanAddresses
{
    /// <summary>Signs that stand before such a word in a sentence, and end no name.</summary>
    private const string Particles =
        "个個这這那哪的在去到回进進出住离離从從每各某该此几幾我你他她它们們是有跟与與或及对對被把给給让讓叫想要说說没沒不都也就还還又很过過"
        + "着著了吗吧呢啊呀多少找看见見认識识问問用靠为為像两兩半同别邻鄰一二三";

    public static IEnumerable<Range> In(string folded) => folded.RangesOf(House(), Area(), Settlement(), Road());

    [GeneratedRegex(
        @"\d\s*(?:弄|栋|棟|幢|号楼|號樓|号院|号门|号房|号室|号棟)|[\d零一二三四五六七八九十百](?:\s*)(?:单元|單元|丁目|番地|番町)|门牌|門牌"
        + @"|(?:路|街|巷|道|弄|村|屯|庄)\s*[\d零一二三四五六七八九十百]{1,5}\s*(?:号|號|番|弄)|\d\s*番\s*\d|\d[\-‐-―ー−]\d{1,4}[\-‐-―ー−]\d"
        + "|自治州|自治县|自治縣|自治区|東京都|北海道|大阪府|京都府",
        RegexOptions.CultureInvariant)]
    private static partial Regex House();

    [GeneratedRegex(
        "[\u3400-\u9FFF](?:"
        + "(?<![" + Particles + "外本节節俭儉])省(?![钱錢得事力心电電下去略吃])"
        + "|(?<![" + Particles + "城超门門都夜上菜本股黑集闹鬧大小早花朝当级級全])市(?![场場民面价價集役容井])"
        + "|(?<![" + Particles + "小地山社片灾災特郊禁老新市農农牧疫景校学學厂廠园園战戰边邊辖本城误盲矿林业業宅活牢全])[区區](?![别別分域间間切])"
        + "|(?<![" + Particles + "外本小大近郡全])[县縣県](?![官民庁])"
        + ")",
        RegexOptions.CultureInvariant)]
    private static partial Regex Area();

    [GeneratedRegex(
        "[\u3400-\u9FFF](?:"
        + "(?<![" + Particles + "城市小古村乡鄉集重本全])[镇鎮](?![静靜定住压壓痛咳])"
        + "|(?<![" + Particles + "家故城下老思异異山水返美本全])[乡鄉](?![下村亲親愁音里])"
        + "|(?<![" + Particles + "农農山乡鄉本渔漁小新老外隣全])村(?![民子庄莊长長人])"
        + "|(?<![" + Particles + "下港隣小裏舎城本全])町(?![民内])"
        + "|(?<![" + Particles + "])屯(?![粮糧积積货貨田兵])"
        + "|(?<![" + Particles + "])小区"
        + ")",
        RegexOptions.CultureInvariant)]
    private static partial Regex Settlement();

    [GeneratedRegex(
        "(?:住|在|到|去|从|從|于|於|是|[,。 ]|^|[省市区區县縣镇鎮])[\u3400-\u9FFF]{2,4}"
        + "(?<![" + Particles + "走马馬公铁鐵山小大网網电電思套末活绝絕生后後退道水線线顺順让讓修上带帶赶趕迷条條高速字夜家前逛沿步行满临弯土雪泥岔门无無])"
        + "(?:大街|大道|路|街|巷|胡同)(?!上(?![班住学學])|[边邊滑况況费費程途远遠由])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Road();
}
