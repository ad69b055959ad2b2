namespace IntakeBot.Tests.Questionnaires;

/// <summary>What stands in <c>questionnaire.yaml</c>, the fault to plant there, and what an operator must be told.</summary>
internal static class QuestionnaireFaults
{
    public static TheoryData<string, string, string> Rows { get; } = new()
    {
        {
            "format: 1",
            "format: 2",
            "1: format \"2\" is not known: this program reads format 1"
        },
        {
            "format: 1",
            "",
            "2: \"format\" is missing in this file: add it"
        },
        {
            "format: 1",
            "format: 1\ncolour: red",
            "2: unknown key \"colour\" in this file: known here are format, languages, forms, later"
        },
        {
            "forms:",
            "later: [danger, free, who]\nforms:",
            "3: 3 questions are too many for later: R2 and R3 take 2"
        },
        {
            "forms:",
            "later: [age, held]\nforms:",
            "3: later \"age\" must be a question of the first form with one answer and no \"when\": what she said before is not known then\n" +
            "3: later \"held\" must be a question of the first form with one answer and no \"when\": what she said before is not known then"
        },
        {
            "format: 1",
            "format: 1\nformat: 1",
            "2: the key \"format\" comes twice, first in line 1: keep one"
        },
        {
            "format: 1",
            "format: [1]",
            "1: format must be one piece of text"
        },
        {
            "format: 1",
            "? [a]\n: b\nformat: 1",
            "1: a key must be one word before a colon"
        },
        {
            "format: 1",
            "format: &one 1",
            "1: anchors (&name) are not used here: write the text out where it is needed"
        },
        {
            "format: 1",
            "format: !!str 1",
            "1: tags (!name) are not used here: remove it"
        },
        {
            "desk: hotline",
            "desk: *hotline",
            "5: aliases (*name) are not used here: write the text out"
        },
        {
            "desk: hotline",
            "desk:\n      : hotline",
            "5: desk must be one piece of text\n" +
            "6: a key must be one word before a colon"
        },
        {
            "desk: hotline",
            "desk: {a: b}",
            "5: desk must be one piece of text"
        },
        {
            "desk: hotline",
            "desk:",
            "5: desk is empty: write it here"
        },
        {
            "desk: hotline",
            "desk: Hotline",
            "5: desk \"Hotline\" must be 1 to 32 of a-z, 0-9 and _, a letter first"
        },
        {
            "desk: hotline",
            "desk: \"hot\\u202Eline\"",
            "5: an escape (\"\\...\") stands for an invisible character that turns the writing direction (U+202E): remove it\n" +
            "5: desk \"hot\u202Eline\" must be 1 to 32 of a-z, 0-9 and _, a letter first"
        },
        {
            "desk: hotline",
            "desk: hotline # \u2066",
            "5: this line holds an invisible character that turns the writing direction (U+2066): remove it"
        },
        {
            "desk: hotline",
            "desk: [[[[[[[[[[[[[[[[[[1]], 2]]]]]]]]]]]]]]]]",
            "5: nested more than 16 deep: make it flatter\n" +
            "5: desk must be one piece of text"
        },
        {
            "[en]",
            "[]",
            "2: languages is empty: give at least one"
        },
        {
            "[en]",
            "en",
            "2: languages must be a list, each entry on a line of its own after \"- \""
        },
        {
            "[en]",
            "[en, en]",
            "2: language \"en\" comes twice, first in line 2: give each its own"
        },
        {
            "[en]",
            "[en, ko]",
            "2: language \"ko\" has no file: add languages/ko.yaml, or take ko off the list"
        },
        {
            "[en]",
            "[en, KO]",
            "2: language \"KO\" must be a language tag in small letters, such as ko or zh-hans\n" +
            "2: language \"KO\" has no file: add languages/KO.yaml, or take KO off the list"
        },
        {
            "id: help",
            "id: help me",
            "4: form id \"help me\" must be 1 to 32 of a-z, 0-9 and _, a letter first"
        },
        {
            "- id: help",
            "- {id: help, desk: other, questions: [{id: only, slot: S01, options: [yes]}]}\n  - id: help",
            "5: form id \"help\" comes twice, first in line 4: give each its own\n" +
            "languages/en.yaml:79: \"only\" is missing in questions: add it"
        },
        {
            "- id: danger",
            "-",
            "8: \"id\" is missing in a question: add it"
        },
        {
            "- id: who",
            "- id: danger",
            "10: question id \"danger\" comes twice, first in line 7: give each its own\n" +
            "languages/en.yaml:83: unknown key \"who\" in questions: known here are danger, age, free"
        },
        {
            "slot: S01",
            "slot: S00",
            "8: slot \"S00\" must be one of S01 to S15"
        },
        {
            "slot: S04",
            "slot: S16",
            "19: slot \"S16\" must be one of S01 to S15"
        },
        {
            "slot: S04",
            "slot: 4",
            "19: slot \"4\" must be one of S01 to S15"
        },
        {
            "slot: S02",
            "slot: S01",
            "11: slot \"S01\" must be higher than S01, the one before it in this form"
        },
        {
            "slot: S02",
            "slot: S03",
            "14: slot \"S03\" must be higher than S03, the one before it in this form"
        },
        {
            "choose: any",
            "choose: many",
            "16: choose \"many\" must be one or any"
        },
        {
            "when: not child",
            "when: not chidl",
            "15: no earlier question raises what when \"not chidl\" asks for: correct it, or let an option raise it"
        },
        {
            "options: [{id: today, danger: true}, not_now]",
            "when: child\n        options: [{id: today, danger: true}, not_now]",
            "9: no earlier question raises what when \"child\" asks for: correct it, or let an option raise it"
        },
        {
            "when: not child",
            "when: [child, not child]",
            "15: this when never applies, whatever was answered before: correct or remove it"
        },
        {
            "when: not child",
            "when: [not child, not child]",
            "15: when says \"not child\" twice: keep one"
        },
        {
            "[me, {id: child, raises: child}]\n      - id: age\n        slot: S03\n        when: not child",
            "[{id: me, raises: self}, {id: child, raises: child}]\n      - id: age\n        slot: S03\n        when: [self, child]",
            "15: this when never applies, whatever was answered before: correct or remove it"
        },
        {
            "raises: child",
            "raises: [child, child]",
            "12: this option raises the same flag twice: keep one"
        },
        {
            "raises: child",
            "raises: [child, unused]",
            "12: flag \"unused\" is raised, but no later \"when\" needs it: remove it, for it would be remembered in vain"
        },
        {
            "raises: child",
            "raises: [child, Other]",
            "12: flag \"Other\" must be 1 to 32 of a-z, 0-9 and _, a letter first"
        },
        {
            "raises: child",
            $"raises: [child, {string.Join(", ", Enumerable.Range(0, 31).Select(i => $"f{i}"))}]",
            "12: flag \"f30\" is one more than the 31 there may be: raise one that exists, or none"
        },
        {
            "desk: hotline",
            "desk: hotline\n    note: yes",
            "6: note must be true or false"
        },
        {
            "desk: hotline",
            "desk: hotline\n    notes: true",
            "6: unknown key \"notes\" in a form: known here are id, desk, note, level, questions, triage, safe_times"
        },
        {
            "danger: true",
            "danger: yes",
            "9: danger must be true or false"
        },
        {
            "[young, old]",
            "[{id: young, danger: true}, old]",
            "17: danger cannot stand in a question of \"choose: any\": ask with \"choose: one\""
        },
        {
            "[young, old]",
            "[{id: young, alone: true}, {id: old, alone: true}]",
            "17: every option is alone, so only one can be chosen: ask with \"choose: one\", without alone"
        },
        {
            "[go, stay]",
            "[go, {id: stay, alone: true}]",
            "20: alone says nothing in a question of \"choose: one\", where every answer stands alone: remove it"
        },
        {
            "[young, old]",
            "[young, {id: old, alone: maybe}]",
            "17: alone must be true or false"
        },
        {
            "[young, old]\n      - id: free\n        slot: S04",
            "[{id: young, raises: young}, {id: old, alone: true, raises: old}]\n      - id: free\n        slot: S04\n        when: [young, old]",
            "20: this when never applies, whatever was answered before: correct or remove it"
        },
        {
            "[young, old]",
            "[]",
            "17: options is empty: give at least one"
        },
        {
            "[go, stay]",
            "[go, go, stay]",
            "20: option id \"go\" comes twice, first in line 20: give each its own"
        },
        {
            "[go, stay]",
            "[go, stay, a, b, c, d, e]",
            "20: 7 options are too many: a question has 1 to 6\n" +
            "languages/en.yaml:94: \"a\" is missing in questions.free.options: add it\n" +
            "languages/en.yaml:94: \"b\" is missing in questions.free.options: add it\n" +
            "languages/en.yaml:94: \"c\" is missing in questions.free.options: add it\n" +
            "languages/en.yaml:94: \"d\" is missing in questions.free.options: add it\n" +
            "languages/en.yaml:94: \"e\" is missing in questions.free.options: add it"
        },
        {
            "[go, stay]",
            "[go, {raises: x}]",
            "20: \"id\" is missing in an option: add it"
        },
        {
            "[go, stay]",
            "[go, [stay]]",
            "20: an option must be a block of lines of the form \"key: value\""
        },
        {
            "[go, stay]",
            "[go, stay]\n---\nformat: 1",
            "21: a second document begins here: remove the line \"---\" and what follows it"
        },
        {
            "[go, stay]",
            "[go, stay",
            "21: not valid YAML: While parsing a flow sequence, did not find expected ',' or ']'; look at the spaces before the line, the colons and the quotes"
        },
        {
            "danger: true",
            "danger: true, level: U4",
            "9: level \"U4\" must be U1, U2 or U3; where none stands, nothing is more urgent than U4"
        },
        {
            "danger: true",
            "danger: true, level: now",
            "9: level \"now\" must be U1, U2 or U3; where none stands, nothing is more urgent than U4"
        },
        {
            "danger: true",
            "danger: true, level: [U1]",
            "9: level must be one piece of text"
        },
        {
            "danger: true",
            "danger: true, level: U1",
            ""
        },
        {
            "desk: hotline",
            "desk: hotline\n    level: u1",
            "6: level \"u1\" must be U1, U2 or U3; where none stands, nothing is more urgent than U4"
        },
        {
            "desk: hotline",
            "desk: hotline\n    level: U3\n    safe_times: [free.go]\n    triage:\n      - {level: U1, all: [danger.today, age.old, age.young]}",
            ""
        },
        {
            "desk: hotline",
            "desk: hotline\n    triage: []",
            "6: triage is empty: give at least one"
        },
        {
            "desk: hotline",
            "desk: hotline\n    triage:\n      - U1",
            "7: a rule of triage must be a block of lines of the form \"key: value\""
        },
        {
            "desk: hotline",
            "desk: hotline\n    triage:\n      - {any: [danger.today]}",
            "7: unknown key \"any\" in a rule of triage: known here are level, all\n" +
            "7: \"level\" is missing in a rule of triage: add it\n" +
            "7: \"all\" is missing in a rule of triage: add it"
        },
        {
            "desk: hotline",
            "desk: hotline\n    triage:\n      - level: U4\n        all: [danger.today, who.child]",
            "7: level \"U4\" must be U1, U2 or U3; where none stands, nothing is more urgent than U4"
        },
        {
            "desk: hotline",
            "desk: hotline\n    triage:\n      - level: U1\n        all: [danger.soon, held.yes]",
            "8: all \"danger.soon\": question danger has no option \"soon\": correct it\n" +
            "8: all \"held.yes\": this form has no question \"held\": correct it"
        },
        {
            "desk: hotline",
            "desk: hotline\n    triage:\n      - level: U1\n        all: [today, danger.today.now, .today, who.child]",
            "8: all \"today\" must be a question and one of its options, with a dot between: danger.today\n" +
            "8: all \"danger.today.now\" must be a question and one of its options, with a dot between: danger.today\n" +
            "8: all \".today\" must be a question and one of its options, with a dot between: danger.today"
        },
        {
            "desk: hotline",
            "desk: hotline\n    triage:\n      - level: U1\n        all: [danger.today]",
            "8: all names one answer only: write the level at that option"
        },
        {
            "desk: hotline",
            "desk: hotline\n    triage:\n      - level: U1\n        all: [danger.today, danger.today, who.child]",
            "8: all says \"danger.today\" twice: keep one"
        },
        {
            "desk: hotline",
            "desk: hotline\n    triage:\n      - level: U1\n        all: [danger.today, danger.not_now]",
            "8: all names answers to danger that do not go together: keep one"
        },
        {
            "desk: hotline",
            "desk: hotline\n    level: U2\n    triage:\n      - level: U2\n        all: [danger.today, who.child]",
            "8: level U2 says nothing new: one of these answers, or the form, is U2 already; raise it, or remove the rule"
        },
        {
            "options: [go, stay]",
            "options: [go, {id: stay, level: U1}]\n    triage:\n      - {level: U2, all: [free.stay, who.child]}",
            "22: level U2 says nothing new: one of these answers, or the form, is U1 already; raise it, or remove the rule"
        },
        {
            "desk: hotline",
            "desk: hotline\n    safe_times: free.go",
            "6: safe_times must be a list, each entry on a line of its own after \"- \""
        },
        {
            "desk: hotline",
            "desk: hotline\n    safe_times: [free.go, free.go, free.home, free]",
            "6: safe_times says \"free.go\" twice: keep one\n" +
            "6: safe_times \"free.home\": question free has no option \"home\": correct it\n" +
            "6: safe_times \"free\" must be a question and one of its options, with a dot between: danger.today"
        },
        {
            "desk: hotline\n    questions:\n      - id: danger",
            "desk: hotline\n    triage:\n      - {level: U1, all: [danger.today, who.child]}\n    questions:\n      - nid: danger",
            "9: unknown key \"nid\" in a question: known here are id, slot, when, choose, options\n" +
            "9: \"id\" is missing in a question: add it"
        },
        {
            "id: who",
            "id: phone_no",
            "10: question id \"phone_no\" asks for \"phone\", which could tell who or where she is: ask only which help is needed\n" +
            "languages/en.yaml:79: \"phone_no\" is missing in questions: add it\n" +
            "languages/en.yaml:83: unknown key \"who\" in questions: known here are danger, phone_no, age, free"
        },
    };
}
