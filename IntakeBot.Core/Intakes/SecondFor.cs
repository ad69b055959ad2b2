namespace IntakeBot.Core.Intakes;

/// <summary>What a second member has to agree to. The numbers are written.</summary>
public enum SecondFor
{
    /// <summary>More than 50 cases opened in five minutes.</summary>
    Openings = 0,

    /// <summary>Cases taken out as a table.</summary>
    Table = 1,

    /// <summary>One case given to a partner organisation without the person's yes. The wish's name tells which: <see cref="CaseWish"/>.</summary>
    Referral = 2,
}
