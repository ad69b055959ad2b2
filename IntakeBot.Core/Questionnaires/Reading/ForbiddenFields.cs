using System.Text.RegularExpressions;

namespace IntakeBot.Core.Questionnaires;

/// <summary>What must never be asked, because it names or finds a person. Add a new language's words here.</summary>
internal static partial class ForbiddenFields
{
    public static void CheckId(string id, int line, Findings findings) =>
        Report(Ids().Match(id), line, $"question id \"{id}\"", findings);

    public static void CheckQuestion(string text, int line, string what, Findings findings) =>
        Report(Words().Match(text), line, what, findings);

    private static void Report(Match found, int line, string what, Findings findings)
    {
        if (found.Success)
        {
            findings.Add(line, $"{what} asks for \"{found.Value}\", which could tell who or where she is: ask only which help is needed");
        }
    }

    [GeneratedRegex(
        "(?<![a-z0-9])(name|surname|alias|birth|birthday|born|phone|telephone|mobile|email|handle|wechat|kakao|telegram|address|street|city|town|village"
        + "|hometown|location|workplace|passport|photo|voice|video|bank|account|religion|party|broker|route|legal|status|hiv|relatives?|husband|companions?)(?![a-z0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Ids();

    [GeneratedRegex(
        @"\b(names?|surname|nickname|born|birthday|birth ?date|date of birth|telephone|(phone|mobile|id|passport) number|e-?mail|wechat|kakao\w*"
        + @"|address|street|home ?town|village|workplace|photos?|bank|religion|broker|smuggler|husband|relatives)\b"
        + "|이름|성명|별명|생년월일|생일|태여난|태어난|전화번호|손전화번호|위챗|카톡|카카오|주소|고향|직장|증명서 번호|신분증|사진|계좌|종교|브로커|남편|친척"
        + "|名字|姓名|叫什么|生日|出生|电话|手机号|微信|地址|住址|住在哪|老家|家乡|单位|证件号|身份证|照片|银行|信教|宗教|蛇头|中介|丈夫|亲戚"
        + "|名前|氏名|誕生日|生年月日|生まれ|電話番号|メール|住所|故郷|出身|職場|旅券番号|身分証|写真|口座|ブローカー|夫の|親戚"
        + @"|\b(tên|ngày sinh|sinh ngày|số điện thoại|zalo|địa chỉ|quê|nơi làm việc|số giấy tờ|số hộ chiếu|ảnh|tài khoản|tôn giáo|môi giới|chồng|họ hàng)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
