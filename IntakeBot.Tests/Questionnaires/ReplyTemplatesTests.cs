using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Questionnaires;

public sealed class ReplyTemplatesTests : IDisposable
{
    private const string Valid = """
        reviewed_by: [Native]
        templates:
          - id: read
            group: neutral
            for: {en: Nothing else, ko: 그밖에, zh: 别的, ja: ほか}
            text: {en: We have read it., vi: Đã đọc.}
          - id: more
            group: yes_or_no
            for: {en: More, ko: 더, zh: 还有, ja: もっと}
            text: {en: One more thing?, vi: Thêm được không?}
        forbidden: {en: [police*, cop], vi: [công an]}
        never_ask: {en: [send … photo*], vi: [gửi ảnh]}
        promises: {en: [promis*], vi: [hứa]}
        places: {en: [station], vi: [chợ]}
        times: {en: [noon], vi: [trưa]}

        """;

    private readonly TempFolder _folder = new();

    public static TheoryData<string, string, string> Faults => new()
    {
        { "reviewed_by: [Native]\n", "", "1: \"reviewed_by\" is missing in this file: add it" },
        { "reviewed_by: [Native]\n", "reviewed_by: []\n", "" },
        { "times: {en: [noon], vi: [trưa]}\n", "", "1: \"times\" is missing in this file: add it" },
        { "times:", "hours:", "1: \"times\" is missing in this file: add it\n15: unknown key \"hours\" in this file: known here are reviewed_by, templates, forbidden, never_ask, promises, places, times" },
        { "id: read", "id: Read", "3: template id \"Read\" must be 1 to 32 of a-z, 0-9 and _, a letter first" },
        { "id: more", "id: read", "7: template id \"read\" comes twice, first in line 3: give each its own" },
        { "group: yes_or_no", "group: gossip", "8: group \"gossip\" must be one of first_reply, neutral, safe_times, yes_or_no, health, papers, children, waiting, goodbye" },
        { "group: neutral", "group: waiting", "3: no template is of the group neutral: write one, for whom no safe time is known" },
        { "    group: neutral\n", "", "3: \"group\" is missing in a template: add it" },
        { "group: neutral", "color: red\n    group: neutral", "4: unknown key \"color\" in a template: known here are id, group, for, text" },
        { "{en: Nothing else, ", "{", "5: \"en\" is missing in for: add it" },
        { "ja: ほか", "ja: ほか, vi: Khác", "5: unknown key \"vi\" in for: known here are en, ko, zh, ja" },
        { "en: Nothing else", "en: \"\"", "5: for.en is empty: write it here" },
        { "en: Nothing else", "en: \"a\\nb\"", "5: for.en must be one line of 200 characters or fewer" },
        { "en: Nothing else", $"en: {new string('x', 201)}", "5: for.en must be one line of 200 characters or fewer" },
        { "en: Nothing else", "en: After the police came", "" },
        { ", vi: Đã đọc.", "", "6: \"vi\" is missing in text: add it" },
        { "vi: Đã đọc.", "ko: 읽음", "6: unknown key \"ko\" in text: known here are en, vi\n6: \"vi\" is missing in text: add it" },
        { "We have read it.", "The police read it.", "6: text.en says \"police\", which tells at a glance what this is: use a plainer word" },
        { "We have read it.", "We promise it.", "6: text.en says \"promise\", which we cannot promise: say plainly what happens instead" },
        { "We have read it.", "\"We have {days} days.\"", "6: text.en has \"{days}\", for which nothing is put in here: remove it" },
        { "We have read it.", string.Concat(Enumerable.Repeat("Yes. ", 60)) + "Y", "6: text.en has 301 characters: make it 300 or fewer" },
        { "We have read it.", string.Concat(Enumerable.Repeat("Yes. ", 60)), "" },
        { ", vi: [công an]", "", "11: \"vi\" is missing in forbidden: add it" },
        { "vi: [công an]", "vi: []", "11: forbidden.vi is empty: give at least one" },
        { "cop]", "police*]", "11: forbidden.en has the word \"police*\" twice, first in line 11: keep one" },
        { "cop]", "co]", "11: the word \"co\" of forbidden.en is too short to be looked for: give it 3 letters or more, one where words are not spaced" },
        { "cop]", "\"*\"]", "11: the word \"*\" of forbidden.en is too short to be looked for: give it 3 letters or more, one where words are not spaced" },
        { "send … photo*", "send …", "12: the word \"send …\" of never_ask.en is too short to be looked for: give it 3 letters or more, one where words are not spaced" },
        { "send … photo*", "se*nd", "12: the word \"se*nd\" of never_ask.en has a * before its end: it stands for an ending only" },
        { "promis*]", "[a, b]]", "13: a word of promises.en must be one piece of text" },
        { "station]", new string('x', 65) + "]", "14: a word of places.en has 65 characters: make it 64 or fewer" },
        { "templates:", "templates: [", "3: not valid YAML" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_told_with_its_line(string old, string planted, string expected)
    {
        Assert.Contains(old, Valid, StringComparison.Ordinal);
        File.WriteAllText(_folder.Of(ReplyTemplatesFile.Name), Valid.Replace(old, planted, StringComparison.Ordinal));

        var told = string.Join('\n', ReplyTemplatesFile.Read(_folder.Path, ["en", "vi"]).Problems);

        var lines = expected.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"{ReplyTemplatesFile.Name}:{line}");
        Assert.Equal(string.Join('\n', lines), expected.EndsWith("YAML", StringComparison.Ordinal) ? told[..told.LastIndexOf(": ", StringComparison.Ordinal)] : told);
    }

    [Fact]
    public void What_is_right_is_read_as_it_stands()
    {
        File.WriteAllText(_folder.Of(ReplyTemplatesFile.Name), Valid);

        var read = ReplyTemplatesFile.Read(_folder.Path, ["en", "vi"]).Value!;

        Assert.Equal(["Native"], read.ReviewedBy);
        Assert.Equal([("read", ReplyGroup.Neutral), ("more", ReplyGroup.YesOrNo)], read.Templates.Select(t => (t.Id, t.Group)));
        Assert.Equal(("그밖에", "Đã đọc."), (read.Templates[0].For["ko"], read.Templates[0].Texts["vi"]));
        Assert.Equal(["police*", "cop", "công an"], read.Words.Forbidden);
        Assert.Equal(["send … photo*", "gửi ảnh"], read.Words.NeverAsk);
        Assert.Equal(["promis*", "hứa"], read.Words.Promises);
        Assert.Equal(["station", "chợ"], read.Words.Places);
        Assert.Equal(["noon", "trưa"], read.Words.Times);
    }

    [Fact]
    public void Without_the_file_there_are_none() => Assert.Same(ReplyTemplates.None, ReplyTemplatesFile.Read(_folder.Path, ["en"]).Value);

    [Fact]
    public void A_text_that_is_read_fits_into_a_reply() => Assert.Equal(Reply.MaxLength, ReplyTemplate.MaxLength);
}
