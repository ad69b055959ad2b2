namespace IntakeBot.Tests.Questionnaires;

/// <summary>What stands in <c>languages/en.yaml</c>, the fault to plant there, and what an operator must be told.</summary>
internal static class LanguageFaults
{
    public static TheoryData<string, string, string> Rows { get; } = new()
    {
        {
            "language: en",
            "language: ko",
            "1: language \"ko\" must be \"en\", as in the file's name"
        },
        {
            "name: English",
            "name: \"\"",
            "2: name is empty: write it here"
        },
        {
            "name: English",
            "name: \"a\\nb\"",
            "2: name must be one line"
        },
        {
            "draft: true",
            "draft: maybe",
            "3: draft must be true or false"
        },
        {
            "draft: true",
            "draft: false",
            "4: draft is false, but reviewed_by names nobody: write who signed it off, or \"draft: true\""
        },
        {
            "reviewed_by: []",
            "reviewed_by: \"\"",
            "4: reviewed_by must be a list, each entry on a line of its own after \"- \""
        },
        {
            "  safe: Alone?\n",
            "",
            "5: \"safe\" is missing in screens: add it"
        },
        {
            "  safe: Alone?",
            "  safe: Alone?\n  unsafe: x",
            "8: unknown key \"unsafe\" in screens: known here are language, safe, not_sure, others, others_how, limits, consent, danger, finish, note, note_taken, note_refused, note_too_long, done, end, erase, erased, menu, really, really_none, numbers, numbers_call, closed, cover, buttons_only, later, code, code_new, code_wrong, code_ask, code_mistyped, code_later, code_changed, no_answer, told, own, erase_all, complaint"
        },
        {
            "safe: Alone?",
            "safe: ~",
            "7: screens.safe is empty: write it here"
        },
        {
            "safe: Alone?",
            "safe: \" \\n\"",
            "7: screens.safe is empty: write it here"
        },
        {
            "safe: Alone?",
            "safe: {text: Alone?}",
            "7: screens.safe must be one piece of text"
        },
        {
            "safe: Alone?",
            $"safe: {new string('a', 3895)}",
            "7: screens.safe has 3895 characters: make it 3894 or fewer"
        },
        {
            "safe: Alone?",
            "safe: Your talk is Anonymous.",
            "7: screens.safe says \"Anonymous\", which we cannot promise: say plainly what happens instead"
        },
        {
            "safe: Alone?",
            "safe: It is end to end and guaranteed.",
            "7: screens.safe says \"end to end\", which we cannot promise: say plainly what happens instead\n" +
            "7: screens.safe says \"guaranteed\", which we cannot promise: say plainly what happens instead"
        },
        {
            "safe: Alone?",
            "safe: Securely kept.",
            "7: screens.safe says \"Securely\", which we cannot promise: say plainly what happens instead"
        },
        {
            "safe: Alone?",
            "safe: It is untraceable.",
            "7: screens.safe says \"untraceable\", which we cannot promise: say plainly what happens instead"
        },
        {
            "safe: Alone?",
            "safe: Al\u200Bone?",
            "7: this line holds an invisible character (U+200B): remove it"
        },
        {
            "safe: Alone?",
            "safe: Al\u202Eone?",
            "7: this line holds an invisible character that turns the writing direction (U+202E): remove it"
        },
        {
            "safe: Alone?",
            "safe: |\n    One\n    T\u0007wo",
            "9: this line holds a control character (U+0007): remove it"
        },
        {
            "safe: Alone?",
            "safe: Alone\t?",
            "7: this line holds a tab instead of spaces (U+0009): remove it"
        },
        {
            "safe: Alone?",
            "safe: \"Al\\u200Bone?\"",
            "7: an escape (\"\\...\") stands for an invisible character (U+200B): remove it"
        },
        {
            "safe: Alone?",
            "safe: \"Al\\uD83Done?\"",
            "7: not valid YAML: While scanning a quoted scalar, found invalid Unicode surrogates; look at the spaces before the line, the colons and the quotes"
        },
        {
            "safe: Alone?",
            "safe: \"Al\\uDE00one?\"",
            "7: not valid YAML: While scanning a quoted scalar, found invalid Unicode surrogates; look at the spaces before the line, the colons and the quotes"
        },
        {
            "safe: Alone?",
            "safe: \"Al\\UFFFFFFFFone?\"",
            "7: not valid YAML: a bracket is not closed, or a sign cannot stand here or below; look at the spaces before the line, the colons and the quotes"
        },
        {
            "safe: Alone?",
            "safe: !<%C0%80> Alone?",
            "7: not valid YAML: a bracket is not closed, or a sign cannot stand here or below; look at the spaces before the line, the colons and the quotes"
        },
        {
            "language: Language",
            $"language: {new string('a', 201)}",
            "6: screens.language has 201 characters: make it 200 or fewer"
        },
        {
            "later: Later",
            "later: |\n    One\n    Two",
            "17: screens.later must be one line"
        },
        {
            "  next: Next\n",
            "",
            "44: \"next\" is missing in buttons: add it"
        },
        {
            "next: Next",
            "next: Next\n  undo: Undo",
            "49: unknown key \"undo\" in buttons: known here are hide, skip, back, next, safe_yes, safe_not_sure, safe_no, others_no, others_yes, others_unknown, continue, consent, done, again, erase, erase_yes, language, more, really, kept, numbers, cover, no_number, number, read, answer_yes, answer_no, answer_not_now, answer_stop, tell_more, new_number, complaint, complaint_yes, return"
        },
        {
            "next: Next",
            $"next: {new string('n', 65)}",
            "48: buttons.next has 65 characters: make it 64 or fewer"
        },
        {
            "next: Next",
            "next: \"Ne\\nxt\"",
            "48: buttons.next must be one line"
        },
        {
            "  who:\n    text: Who?\n    options: {me: Me, child: Child}\n",
            "",
            "79: \"who\" is missing in questions: add it"
        },
        {
            "  who:",
            "  why: {}\n  who:",
            "83: unknown key \"why\" in questions: known here are danger, who, age, free"
        },
        {
            "    text: Who?\n",
            "",
            "83: \"text\" is missing in questions.who: add it"
        },
        {
            "text: Who?",
            "text: Who?\n    hint: x",
            "85: unknown key \"hint\" in questions.who: known here are text, options"
        },
        {
            "child: Child}",
            "child: \"\"}",
            "85: questions.who.options.child is empty: write it here"
        },
        {
            "me: Me, child: Child",
            "me: Me",
            "85: \"child\" is missing in questions.who.options: add it"
        },
        {
            "me: Me, child: Child",
            "me: Me, child: Child, cat: Cat",
            "85: unknown key \"cat\" in questions.who.options: known here are me, child"
        },
        {
            "when: child",
            "when: chlid",
            "91: no earlier question raises what when \"chlid\" asks for: correct it, or let an option raise it"
        },
        {
            "text: Age?",
            "text: [{when: child, text: a}, {text: b}]",
            "87: this when never applies, whatever was answered before: correct or remove it"
        },
        {
            "- text: Can you go?",
            "- when: child\n        text: Second\n      - text: Can you go?",
            "93: this when never applies, whatever was answered before: correct or remove it"
        },
        {
            "- text: Can you go?",
            "- text: First\n      - text: Can you go?",
            "93: only the last text of questions.free.text may stand without \"when\": those below it would never be shown"
        },
        {
            "- text: Can you go?",
            "- when: not child\n        text: Can you go?",
            "93: the last text of questions.free.text must stand without \"when\", for whom no other fits"
        },
        {
            "- when: child",
            "- who: child",
            "91: unknown key \"who\" in questions.free.text: known here are when, text\n" +
            "91: only the last text of questions.free.text may stand without \"when\": those below it would never be shown"
        },
        {
            "safe: Alone?",
            "safe: one two three four five six seven eight nine ten eleven twelve thirteen fourteen.",
            ""
        },
        {
            "safe: Alone?",
            "safe: |\n    Short.\n    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen.",
            "7: screens.safe has a sentence of 15 words (\"one two three four five six seven eight ...\"): make it 14 or fewer"
        },
        {
            "safe: Alone?",
            $"safe: {new string('看', 29)}。{new string('看', 29)}。",
            ""
        },
        {
            "safe: Alone?",
            $"safe: {new string('看', 30)}。",
            "7: screens.safe has a sentence of 31 signs (\"看看看看看看看看看看看看看看看看看看看看看看看看看看看看看看。\"): make it 30 or fewer"
        },
        {
            "safe: Alone?",
            $"safe: {new string('か', 31)}",
            "7: screens.safe has a sentence of 31 signs (\"かかかかかかかかかかかかかかかかかかかかかかかかかかかかかかか\"): make it 30 or fewer"
        },
        {
            "safe: Alone?",
            "safe: 이것은 익명입니다.",
            "7: screens.safe says \"익명\", which we cannot promise: say plainly what happens instead"
        },
        {
            "safe: Alone?",
            "safe: 这是匿名的。",
            "7: screens.safe says \"匿名\", which we cannot promise: say plainly what happens instead"
        },
        {
            "safe: Alone?",
            "safe: 秘密です。",
            "7: screens.safe says \"秘密\", which we cannot promise: say plainly what happens instead"
        },
        {
            "safe: Alone?",
            "safe: Chúng tôi cam kết.",
            "7: screens.safe says \"cam kết\", which we cannot promise: say plainly what happens instead"
        },
        {
            "safe: Alone?",
            "safe: The Police. 경찰. 警察. Công an.",
            "7: screens.safe says \"Police\", which tells at a glance what this is: use a plainer word\n" +
            "7: screens.safe says \"경찰\", which tells at a glance what this is: use a plainer word\n" +
            "7: screens.safe says \"警察\", which tells at a glance what this is: use a plainer word\n" +
            "7: screens.safe says \"Công an\", which tells at a glance what this is: use a plainer word"
        },
        {
            "safe: Alone?",
            "safe: Alone!",
            "7: screens.safe has an exclamation mark: end the sentence calmly"
        },
        {
            "safe: Alone?",
            "safe: Press 《Go》 or 《Hide》.",
            "7: this text names the button 《Go》, but none has that label: use the label as it stands under buttons"
        },
        {
            "next: Next",
            $"next: {new string('n', 28)}",
            ""
        },
        {
            "next: Next",
            $"next: {new string('n', 29)}",
            "48: buttons.next is 29 columns wide: make it 28 or fewer, a full-width sign counts 2"
        },
        {
            "next: Next",
            $"next: {new string('말', 15)}",
            "48: buttons.next is 30 columns wide: make it 28 or fewer, a full-width sign counts 2"
        },
        {
            "next: Next",
            "next: e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301",
            ""
        },
        {
            "child: Child}",
            "child: Me}",
            "85: questions.who.options.child reads like another answer of this question: give each its own words"
        },
        {
            "text: Who?",
            "text: What is your name?",
            "84: questions.who.text asks for \"name\", which could tell who or where she is: ask only which help is needed"
        },
        {
            "text: Can you go?",
            "text: Your phone number?",
            "93: questions.free.text asks for \"phone number\", which could tell who or where she is: ask only which help is needed"
        },
        {
            "text: Who?",
            "text: 이름이 무엇입니까?",
            "84: questions.who.text asks for \"이름\", which could tell who or where she is: ask only which help is needed"
        },
        {
            "text: Who?",
            "text: 你住在哪？",
            "84: questions.who.text asks for \"住在哪\", which could tell who or where she is: ask only which help is needed"
        },
        {
            "text: Who?",
            "text: 住所はどこですか。",
            "84: questions.who.text asks for \"住所\", which could tell who or where she is: ask only which help is needed"
        },
        {
            "text: Who?",
            "text: Tên bạn là gì?",
            "84: questions.who.text asks for \"Tên\", which could tell who or where she is: ask only which help is needed"
        },
        {
            "safe: Alone?",
            "safe: Do not write your name or address.",
            ""
        },
    };
}
