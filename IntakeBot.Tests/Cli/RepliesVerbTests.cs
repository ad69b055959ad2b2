using System.Text;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Cli;

/// <summary>Writing to a person who has a number: one writes, another reads it and sends it, over the running server's Exchange.</summary>
public sealed class RepliesVerbTests : IAsyncLifetime
{
    private const string Words = "읽었습니다.\n금요일에 다시 오세요.";

    private RepliesRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await RepliesRig.StartAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task One_writes_and_another_reads_it_and_sends_it_and_she_finds_exactly_that()
    {
        await _rig.PutAsync();

        var write = await _rig.WriteAsync(Words);
        var between = _rig.Seen;
        var approve = await _rig.ApproveAsync();

        Assert.True(write.Code == 0, write.Words);
        Assert.Empty(between);
        Assert.Contains("| 읽었습니다.\n| 금요일에 다시 오세요.\n", write.Data, StringComparison.Ordinal);
        Assert.True(approve.Code == 0, approve.Words);
        Assert.Contains("In ko, 19 of 300 characters:\n| 읽었습니다.\n| 금요일에 다시 오세요.\n", approve.Data, StringComparison.Ordinal);
        Assert.Contains($"To intake {_rig.Person.Place}, by staff-1 on {_rig.Today}", approve.Data, StringComparison.Ordinal);
        Assert.Equal([$"ko: {Words}"], _rig.Seen);
        Assert.Equal(-1, File.ReadAllBytes(_rig.Draft).AsSpan().IndexOf(Encoding.UTF8.GetBytes("금요일")));
    }

    [Fact]
    public async Task Sending_it_again_gives_her_nothing_twice()
    {
        await _rig.PutAsync();
        _ = await _rig.WriteAsync(Words);

        Assert.Equal(0, (await _rig.ApproveAsync()).Code);
        Assert.Equal(0, (await _rig.ApproveAsync()).Code);

        Assert.Single(_rig.Seen);
    }

    [Fact]
    public async Task Its_author_does_not_approve_it()
    {
        await _rig.PutAsync();
        _ = await _rig.WriteAsync(Words);

        var approve = await _rig.ApproveAsync(member: 0);

        Assert.Equal((1, ""), (approve.Code, approve.Data));
        Assert.Contains("was written by you: another member of your desk", approve.Words, StringComparison.Ordinal);
        Assert.Empty(_rig.Seen);
    }

    [Theory]
    [InlineData("", "The text is empty")]
    [InlineData("  \n ", "The text is empty")]
    [InlineData("a\tb", "holds a sign that is none")]
    [InlineData("call 010 1234 5678", "looks like a number")]
    [InlineData("write to @kim_1", "looks like a number")]
    [InlineData("see https://example.org/x", "looks like a number")]
    [InlineData("come to the station at 10:30", "names a place and a time")]
    [InlineData("역에서 금요일에 만납시다", "names a place and a time")]
    [InlineData("警察知道", "holds a word that tells at a glance what this is")]
    [InlineData("Send a photo", "asks for what nobody here asks for")]
    [InlineData("Trust us", "promises something")]
    [InlineData("yes \u202Eno", "holds signs that are not seen")]
    public async Task A_text_that_is_none_or_that_a_captor_could_use_is_refused(string text, string why)
    {
        await _rig.PutAsync();

        var write = await _rig.WriteAsync(text);

        Assert.Equal((2, ""), (write.Code, write.Data));
        Assert.Contains(why, write.Words, StringComparison.Ordinal);
        Assert.False(File.Exists(_rig.Draft));
    }

    [Fact]
    public async Task A_text_has_300_characters_and_not_one_more()
    {
        await _rig.PutAsync();

        var tooLong = await _rig.WriteAsync(new string('한', 301));
        var longest = await _rig.WriteAsync(new string('한', 300));

        Assert.Equal(2, tooLong.Code);
        Assert.Contains("has 301 characters, and 300 fit: leave out 1", tooLong.Words, StringComparison.Ordinal);
        Assert.True(longest.Code == 0, longest.Words);
    }

    [Fact]
    public async Task What_must_be_sent_all_the_same_is_sent_and_its_reader_is_warned()
    {
        await _rig.PutAsync();

        var write = await _rig.WriteAsync("Call 010 1234 5678", "--despite-warning", "--language", "en");
        var approve = await _rig.ApproveAsync();

        Assert.True(write.Code == 0, write.Words);
        Assert.Contains("warning The text holds what looks like a number", approve.Words, StringComparison.Ordinal);
        Assert.Equal(["en: Call 010 1234 5678"], _rig.Seen);
    }

    [Fact]
    public async Task Who_asked_to_be_left_alone_is()
    {
        _rig.Person.Add(Slot.Reserved[0], ReplyAnswers.With(null, 1, ReplyAnswer.Stop, _rig.Today.Number).Encode());
        await _rig.PutAsync();

        var write = await _rig.WriteAsync(Words);
        var despite = await _rig.WriteAsync(Words, "--despite-warning");

        Assert.Equal(2, write.Code);
        Assert.Contains($"She asked on {_rig.Today} to be written to no more", write.Words, StringComparison.Ordinal);
        Assert.Equal(0, despite.Code);
    }

    [Fact]
    public async Task Who_is_in_danger_today_and_named_no_safe_time_is_written_a_neutral_line_at_most()
    {
        _rig.Person.Add(Slot.Reserved[1], new Addition { Option = 0, Day = _rig.Today.Number, QuestionnaireHash = _rig.Person.QuestionnaireHash }.Encode());
        await _rig.PutAsync();

        var write = await _rig.WriteAsync(Words);
        var despite = await _rig.WriteAsync(Words, "--despite-warning");
        var approve = await _rig.ApproveAsync();

        Assert.Equal((2, ""), (write.Code, write.Data));
        Assert.Contains("answer with nothing but a neutral line. If it must be sent all the same, give --despite-warning.", write.Words, StringComparison.Ordinal);
        Assert.Equal((0, 0), (despite.Code, approve.Code));
        Assert.Contains("warning In danger today, or it cannot be read", approve.Words, StringComparison.Ordinal);
        Assert.Equal([$"ko: {Words}"], _rig.Seen);
    }

    [Fact]
    public async Task Who_named_a_safe_time_later_is_written_to()
    {
        _rig.Person.Add(Slot.Reserved[1], new Addition { Option = 0, Day = _rig.Today.Number, QuestionnaireHash = _rig.Person.QuestionnaireHash }.Encode());
        _rig.Person.Add(Slot.Reserved[2], new Addition { Option = 3, Day = _rig.Today.Number, QuestionnaireHash = _rig.Person.QuestionnaireHash }.Encode());
        await _rig.PutAsync();

        var write = await _rig.WriteAsync(Words);

        Assert.True(write.Code == 0, write.Words);
    }

    [Fact]
    public async Task Whom_nobody_can_answer_is_told_with_the_reason()
    {
        using var stranger = EpochSecret.Draw();
        using var without = new NumberedIntake(_rig.Made, _rig.Today, hasNumber: false);
        using var foreign = new NumberedIntake(_rig.Made, _rig.Today, new(EpochCalendar.Default.EpochOf(_rig.Today), 2, [stranger.Public, null, null, null]));
        using var gone = new NumberedIntake(_rig.Made, _rig.Today);
        using var erased = new NumberedIntake(_rig.Made, _rig.Today);
        await _rig.PutAsync(without.Rows());
        await _rig.PutAsync(foreign.Rows());
        await _rig.PutAsync(gone.Rows());
        await _rig.PutAsync(new Change().Remove(RowKind.Mailbox, gone.Mailbox.Place, null));
        await _rig.PutAsync(erased.Rows());
        await _rig.PutAsync(new Change().Erase(erased.Place, _rig.Today));

        await Told(without.Place, "cannot be answered: she has no number");
        await Told(foreign.Place, "not for this identity, or damaged");
        await Told(gone.Place, "cannot be answered: her mailbox is not there");
        await Told(erased.Place, $"the person asked to erase it, or a colleague removed it, on {_rig.Today}: delete what you have of it");
        await Told(Place.Random(), "there is no such intake");
        Assert.False(File.Exists(_rig.Draft));

        async Task Told(Place place, string why)
        {
            var write = await _rig.RunAsync(0, "replies", "write", place.ToString(), "--text", _rig.Text(Words), "--draft", _rig.Draft, "--yes");
            Assert.Equal((1, "", $"{place}: {why}"), (write.Code, write.Data, write.Words[..(34 + why.Length)]));
        }
    }

    [Theory]
    [InlineData("A reply needs 2 members: give --draft FILE", "write", "PLACE", "--text", "TEXT", "--yes")]
    [InlineData("--language is one of en, ko", "write", "PLACE", "--text", "TEXT", "--draft", "NEW", "--language", "tlh", "--yes")]
    [InlineData("PLACE is 32 hexadecimal digits", "write", "abc", "--text", "TEXT", "--draft", "NEW", "--yes")]
    [InlineData("cannot be read; check that the file is there", "write", "PLACE", "--text", "NEW", "--draft", "NEW", "--yes")]
    [InlineData("exists already and is not overwritten", "write", "PLACE", "--text", "TEXT", "--draft", "TEXT", "--yes")]
    [InlineData("is not a whole draft of a reply", "approve", "TEXT", "--yes")]
    [InlineData("is missing", "approve", "NEW", "--yes")]
    [InlineData("is not a whole reply that is ready", "send", "TEXT")]
    public async Task What_makes_no_sense_is_refused_before_anything_happens(string why, params string[] arguments)
    {
        await _rig.PutAsync();
        var text = _rig.Text(Words);

        var run = await _rig.RunAsync(0, ["replies", .. arguments.Select(a => a switch { "PLACE" => $"{_rig.Person.Place}", "TEXT" => text, "NEW" => _rig.Of("new"), _ => a })]);

        Assert.Equal((2, ""), (run.Code, run.Data));
        Assert.Contains(why, run.Words, StringComparison.Ordinal);
        Assert.False(File.Exists(_rig.Of("new")));
    }

    [Fact]
    public async Task A_draft_that_was_changed_or_is_for_somebody_else_s_mailbox_is_not_signed()
    {
        using var other = new NumberedIntake(_rig.Made, _rig.Today);
        using var ada = IdentityFile.Read(_rig.Made.Members[0].IdentityFile, _rig.Made.Passphrase, [])!;
        await _rig.PutAsync();
        _ = await _rig.WriteAsync(Words);
        var bytes = File.ReadAllBytes(_rig.Draft);
        bytes[1000] ^= 1;
        File.WriteAllBytes(_rig.Of("changed"), bytes);
        var elsewhere = ReplyDraft.Write(Reply.Of("ko", Words)!, other.Mailbox.Key, other.Mailbox.Place.ToArray(), _rig.Today, 0, ada.Signing)!;
        File.WriteAllBytes(_rig.Of("elsewhere"), elsewhere.Seal(_rig.Person.Cold, ada.EpochSecretOf(_rig.Person.Cold.Epoch)!, 0)!);
        File.WriteAllBytes(_rig.Of("unreadable"), Unreadable(File.ReadAllBytes(_rig.Draft), ada));
        var unsigned = ReplyDraft.Write(Reply.Of("ko", Words)!, _rig.Person.Mailbox.Key, _rig.Person.Mailbox.Place.ToArray(), _rig.Today, 3, ada.Signing)!;
        File.WriteAllBytes(_rig.Of("unsigned"), unsigned.Seal(_rig.Person.Cold, ada.EpochSecretOf(_rig.Person.Cold.Epoch)!, 0)!);

        await NotSigned("changed", "does not open");
        await NotSigned("elsewhere", "is for another mailbox than she has now");
        await NotSigned("unreadable", "holds no text that she could read");
        await NotSigned("unsigned", "is not signed by who it says");
        Assert.Empty(_rig.Seen);

        async Task NotSigned(string file, string why)
        {
            var approve = await _rig.ApproveAsync(file: _rig.Of(file));
            Assert.Equal((1, ""), (approve.Code, approve.Data));
            Assert.Contains(why, approve.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_she_erased_between_writing_and_reading_is_not_sent()
    {
        await _rig.PutAsync();
        _ = await _rig.WriteAsync(Words);
        await _rig.PutAsync(new Change().Erase(_rig.Person.Place, _rig.Today).Remove(RowKind.Mailbox, _rig.Person.Mailbox.Place, null));

        var approve = await _rig.ApproveAsync();

        Assert.Equal((1, ""), (approve.Code, approve.Data));
        Assert.Contains("the person asked to erase it", approve.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_that_turns_the_direction_is_shown_as_its_code()
    {
        await _rig.PutAsync();

        var write = await _rig.WriteAsync("We [all] come \u202Elater", "--despite-warning");

        Assert.Contains(@"| We [all] come \u{202E}later", write.Data, StringComparison.Ordinal);
    }

    /// <summary>A draft whose reply is signed, and was not sealed from what it says.</summary>
    private byte[] Unreadable(byte[] draft, Identity member)
    {
        var cold = _rig.Person.Cold;
        using var seed = Stanza.Open(cold.StanzaAt(0), member.EpochSecretOf(cold.Epoch)!, cold.Place, 0)!;
        byte[] key = new byte[32], content = new byte[draft.Length - 18 - Aead.Overhead];
        seed.DraftKey(key);
        Assert.True(Aead.TryOpen(content, draft.AsSpan(18), draft.AsSpan(0, 18), key));
        content[18 + Format.ReplySize] ^= 1;
        Aead.Seal(draft.AsSpan(18), content, draft.AsSpan(0, 18), key);
        return draft;
    }
}
