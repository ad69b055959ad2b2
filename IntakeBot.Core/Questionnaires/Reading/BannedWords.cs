using System.Text.RegularExpressions;

namespace IntakeBot.Core.Questionnaires;

/// <summary>
/// Words that no language file may say to a person, for every language in one list: a file in one language may quote another.
/// Add a new language's words here.
/// </summary>
internal static partial class BannedWords
{
    public static void Check(string text, int line, string what, Findings findings)
    {
        foreach (Match promise in Promises().Matches(text))
        {
            findings.Add(line, $"{what} says \"{promise.Value}\", which we cannot promise: say plainly what happens instead");
        }

        foreach (Match loud in Loud().Matches(text))
        {
            findings.Add(line, $"{what} says \"{loud.Value}\", which tells at a glance what this is: use a plainer word");
        }

        if (text.AsSpan().ContainsAny('!', '！'))
        {
            findings.Add(line, $"{what} has an exclamation mark: end the sentence calmly");
        }
    }

    [GeneratedRegex(
        @"\b(anonym\w*|end[\s-]+to[\s-]+end|secur\w*|untraceabl\w*|guarante\w*|promis\w*|military[\s-]+grade|zero[\s-]+knowledge|unhackabl\w*)"
        + "|익명|종단간|보장|약속|암호|추적|비밀|군사급"
        + "|匿名|端到端|端对端|加密|保证|承诺|追踪|保密|绝对|军用级|零知识"
        + "|エンドツーエンド|暗号|保証|約束|追跡|秘密|絶対|軍用|ゼロ知識"
        + "|ẩn danh|đầu cuối|mã hóa|mã hoá|bảo đảm|đảm bảo|bảo mật|cam kết|cam đoan|bí mật|tuyệt đối|truy vết|theo dõi",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Promises();

    [GeneratedRegex(
        @"refugee|defect|north|police|\braid|traffick|rescue|\bNGO\b|asylum|escape|victim"
        + "|난민|탈북|북한|조선|북쪽|북송|경찰|공안|보위|단속|인신매매|구출|구조|망명|탈출|피해자"
        + "|难民|脱北|叛逃|朝鲜|北韩|警察|公安|派出所|遣返|贩卖|拐卖|解救|营救|救援|庇护|逃跑|逃脱|偷渡|受害"
        + "|難民|亡命|朝鮮|北韓|摘発|送還|人身取引|人身売買|救出|救助|逃亡|脱出|被害"
        + "|tị nạn|tỵ nạn|đào tẩu|đào thoát|triều tiên|bắc hàn|cảnh sát|công an|truy quét|buôn người|giải cứu|bỏ trốn|vượt biên|trục xuất|nạn nhân",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Loud();
}
