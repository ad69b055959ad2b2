using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Reading;

namespace IntakeBot.Desk;

/// <summary>Puts a reply and what speaks against it into words.</summary>
internal sealed class ReplyView(Membership membership, CaseWords words, ReplyTemplates templates)
{
    private static readonly ButtonName[] HerButtons = [ButtonName.AnswerYes, ButtonName.AnswerNo, ButtonName.AnswerNotNow, ButtonName.AnswerStop];

    private readonly ReplyLint _lint = new(templates.Words);

    public ReplyModel Of(Case @case, string text, string language, IEnumerable<string> warnings)
    {
        var hers = ReasonWords.LanguageOf(membership.Questionnaire, language);
        return new()
        {
            Handle = @case.Handle,
            Text = text,
            Language = language,
            Languages = [.. membership.Questionnaire.Languages.Select(l => (l.Tag, l.Name))],
            Templates = [.. Templates(@case, language)],
            Warnings = [.. warnings],
            Findings = [.. _lint.Of(text).Select(f => (Of(f.Kind), text.Substring(f.Start, Math.Min(f.Length, text.Length - f.Start))))],
            Meaning = MeaningOf(text, language),
            Buttons = [.. HerButtons.Select(b => hers.Buttons[b])],
        };
    }

    /// <summary>Null where there is none of that name in that language.</summary>
    public string? TextOf(string template, string language) => templates.Templates.FirstOrDefault(t => t.Id == template)?.Texts.GetValueOrDefault(language);

    /// <summary>In the staff member's language; null where it is no template, and she has to read it herself.</summary>
    public string? MeaningOf(string text, string language) => language == words.Words.Tag
        ? text : templates.Templates.FirstOrDefault(t => t.Texts.GetValueOrDefault(language)?.Trim() == text) is { } template ? In(template.Texts) : null;

    /// <summary>Where no safe time is known, only what tells nothing and asks nothing.</summary>
    private IEnumerable<(string Group, IReadOnlyList<ShownTemplate> Templates)> Templates(Case @case, string language) => templates.Templates
        .Where(t => !@case.Triage.NeutralOnly || t.Group is ReplyGroup.Neutral)
        .Where(t => t.Texts.ContainsKey(language))
        .GroupBy(t => t.Group).OrderBy(g => g.Key)
        .Select(g => (Of(g.Key), (IReadOnlyList<ShownTemplate>)[.. g.Select(t => new ShownTemplate(t.Id, In(t.For), t.Texts[language], In(t.Texts)))]));

    private string In(IReadOnlyDictionary<string, string> texts) => texts.GetValueOrDefault(words.Words.Tag) ?? texts.GetValueOrDefault("en") ?? "";

    private string Of(ReplyGroup group) => words.Words[group switch
    {
        ReplyGroup.FirstReply => Phrase.GroupFirst,
        ReplyGroup.Neutral => Phrase.GroupNeutral,
        ReplyGroup.SafeTimes => Phrase.GroupSafeTimes,
        ReplyGroup.YesOrNo => Phrase.GroupYesOrNo,
        ReplyGroup.Health => Phrase.GroupHealth,
        ReplyGroup.Papers => Phrase.GroupPapers,
        ReplyGroup.Children => Phrase.GroupChildren,
        ReplyGroup.Waiting => Phrase.GroupWaiting,
        _ => Phrase.GroupGoodbye,
    }];

    private string Of(ReplyFindingKind kind) => words.Words[kind switch
    {
        ReplyFindingKind.TooLong => Phrase.FindsTooLong,
        ReplyFindingKind.Unreadable => Phrase.FindsUnreadable,
        ReplyFindingKind.Identifying => Phrase.FindsIdentifying,
        ReplyFindingKind.PlaceAndTime => Phrase.FindsMeeting,
        ReplyFindingKind.Forbidden => Phrase.FindsForbidden,
        ReplyFindingKind.NeverAsk => Phrase.FindsNeverAsk,
        _ => Phrase.FindsPromise,
    }];
}
