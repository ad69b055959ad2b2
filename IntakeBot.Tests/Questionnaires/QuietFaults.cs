namespace IntakeBot.Tests.Questionnaires;

/// <summary>What stands in <c>languages/quiet/en.yaml</c>, the fault to plant there, and what an operator must be told.</summary>
internal static class QuietFaults
{
    public static TheoryData<string, string, string> Rows { get; } = new()
    {
        {
            "language: en",
            "language: ko",
            "1: language \"ko\" must be \"en\", as in the file's name"
        },
        {
            "language: en",
            "language: en\nname: English",
            "2: unknown key \"name\" in this file: known here are language, draft, reviewed_by, screens, buttons, questions, kept"
        },
        {
            "draft: true\n",
            "",
            "1: \"draft\" is missing in this file: add it"
        },
        {
            "reviewed_by: []\n",
            "",
            "1: \"reviewed_by\" is missing in this file: add it"
        },
        {
            "draft: true",
            "draft: false",
            "3: draft is false, but reviewed_by names nobody: write who signed it off, or \"draft: true\""
        },
        {
            "safe: Free now?",
            "safe: Are you in Danger? Hide, hide this.",
            "5: screens.safe says \"Danger\", which tells at a glance what this is: quiet words need a duller one\n" +
            "5: screens.safe says \"Hide\", which tells at a glance what this is: quiet words need a duller one\n" +
            "5: screens.safe says \"hide\", which tells at a glance what this is: quiet words need a duller one"
        },
        {
            "safe: Free now?",
            "safe: We never promise. The police.",
            "5: screens.safe says \"promise\", which we cannot promise: say plainly what happens instead\n" +
            "5: screens.safe says \"police\", which tells at a glance what this is: use a plainer word"
        },
        {
            "safe: Free now?",
            "safe: \"\"",
            "5: screens.safe is empty: write it here\n"
        },
        {
            "safe: Free now?",
            "safe: Press 《Go》 or 《Close》.",
            "5: this text names the button 《Go》, but none has that label: use the label as it stands under buttons"
        },
        {
            "hide: Close",
            $"hide: {new string('n', 29)}",
            "9: buttons.hide is 29 columns wide: make it 28 or fewer, a full-width sign counts 2"
        },
        {
            "text: Urgent?",
            "text: [{text: Any risk?}]",
            "14: questions.danger.text says \"risk\", which tells at a glance what this is: quiet words need a duller one"
        },
        {
            "text: Urgent?",
            "text: [{when: chlid, text: Ill?}, {text: Urgent?}]",
            "14: no earlier question raises what when \"chlid\" asks for: correct it, or let an option raise it"
        },
        {
            "  danger:\n",
            "  who:\n    options: {me: Child}\n  danger:\n",
            "14: questions.who.options.child reads like another answer of this question: give each its own words"
        },
        {
            "text: Urgent?",
            "text: Urgent?\n  who:\n    text: What is your name?",
            "16: questions.who.text asks for \"name\", which could tell who or where she is: ask only which help is needed"
        },
        {
            "text: Urgent?",
            "text: Urgent?\n  free:\n    text:\n      - when: child\n        text: Is the child free?\n      - text: Are you free?",
            ""
        },
    };
}
