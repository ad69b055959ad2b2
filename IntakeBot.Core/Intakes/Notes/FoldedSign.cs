using System.Text;

namespace IntakeBot.Core.Intakes;

/// <summary>One sign in its plain width and shape.</summary>
internal static class FoldedSign
{
    private const string HalfKatakana = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u3099\u309A";
    private const int Letters = 26;

    public static Rune Of(Rune rune) => rune.Value switch
    {
        >= 0xFF01 and <= 0xFF5E and var full => new(full - 0xFF01 + '!'),
        >= 0xFF66 and <= 0xFF9F and var half => new(HalfKatakana[half - 0xFF66]),
        '｡' => new('。'),
        '､' => new('、'),
        '﹫' => new('@'),
        '﹒' or '․' or '．' => new('.'),
        >= 0x24B6 and <= 0x24E9 and var circled => Letter(circled - 0x24B6),
        >= 0x1D400 and <= 0x1D6A3 and var styled => Letter((styled - 0x1D400) % (2 * Letters)),
        '\u2800' => new(' '),
        _ => rune,
    };

    private static Rune Letter(int number) => new(number < Letters ? 'A' + number : 'a' + number - Letters);
}
