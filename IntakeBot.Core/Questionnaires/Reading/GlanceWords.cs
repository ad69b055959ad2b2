using System.Text.RegularExpressions;

namespace IntakeBot.Core.Questionnaires;

/// <summary>
/// Words that tell who looks over her shoulder for two seconds what this is about: no text in quiet words holds one. For every
/// language in one list, as in <see cref="BannedWords"/>. docs/questionnaire.md says which words are left off, and why.
/// </summary>
internal static partial class GlanceWords
{
    public static IEnumerable<string> In(string text) => Words().Matches(text).Select(m => m.Value).Distinct();

    [GeneratedRegex(
        @"\b((en)?danger\w*|risk\w*|help\w*|hot ?line|safe\w*|hid(e|es|ing|den)|eras\w*|delet\w*|alone|papers|hukou|family book|child(ren)? without)\b"
        + @"|\b(forc(e|es|ed|ing)|made to|make (you|the|him|her|them)|no choice|held|detain\w*|arrest\w*|prison\w*|sent (away|back)|deport\w*|body|camera)\b"
        + @"|\b(protect\w*|emergenc\w*|hurt\w*|afraid|fear\w*|scared|fault|threat\w*|violen\w*|abus\w*|shelter\w*)\b"
        + "|위험|도움|도와|도우|돕|안전|마음 ?놓고|가리(기|십|고|려)|가립|가려|숨기|숨겨|숨어|지우|지워|지웁|지웠|삭제|혼자|증명서|호구|호적"
        + "|억지|강제|시킵니|붙잡|잡혀|갇히|갇혀|구금|구류|끌려|보내질|몸|카메라|촬영|보호|긴급|비상|응급|다치|다쳤|다친|상처|두렵|두려|무섭|무서|걱정"
        + "|잘못이 아|폭력|협박|학대"
        + "|危险|风险|帮助|帮忙|求助|热线|安全|藏|隐藏|删除|旁边没有人|证件|户口|户籍|逼|强迫|被迫|强行|被关|关着|关押|扣留|拘留|送走|身体|镜头|保护|紧急|急救"
        + "|受伤|伤害|伤得|害怕|不敢|担心|的错|威胁|暴力|虐待"
        + "|危険|助け|手伝い|ホットライン|安心|かく(す|し)|隠|消(す|し|さ)|削除|ひとりで|証明書|戸口|戸籍|無理|むり|強制|つかま|捕ま|閉じ込め|送られ"
        + "|(?<!全)体(を|に|も|で)|からだ|カメラ|保護|緊急|救急|傷|こわ|怖|恐|心配|悪くありません|脅"
        + @"|\b(nguy hiểm|rủi ro|giúp|đường dây nóng|an toàn|ẩn|xóa|xoá|một mình|giấy tờ|hộ khẩu|ép|cưỡng ép|bắt buộc|bị giữ|bị bắt|giam|đưa đi|thân thể"
        + @"|quay hình|máy ảnh|bảo vệ|khẩn cấp|bị thương|sợ|lo lắng|lỗi của|đe dọa|bạo lực)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
