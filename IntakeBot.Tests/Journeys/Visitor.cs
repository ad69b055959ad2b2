using CsCheck;
using IntakeBot.Core.Conversations;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Journeys;

/// <summary>One person who has a number, what she does with it as chance has it, and a model of what she must see and staff must read.</summary>
internal sealed class Visitor(
    SealedStore store, CodeLane codes, ServerKey key, EpochSecret staff, FakeTimeProvider time, long person, PCG chance, HashSet<string> seen)
{
    private const string Nothing = "There is no answer now";

    private readonly List<string> _did = [];
    private readonly List<(string Text, ulong Name)> _replies = [];
    private readonly List<(ulong Name, ReplyAnswer Answer)> _visited = [];
    private readonly byte?[] _added = new byte?[2];
    private Hotline _hotline = null!;
    private Drawing _shown = null!;
    private Place _intake;
    private List<(ulong Name, ReplyAnswer Answer)> _told = [];
    private string _code = "";
    private string _page = "";
    private string _offered = "";
    private string _seenFirst = "";
    private int _written;
    private bool _isOpen;
    private bool _isHers;
    private bool _isErased;

    private string First => _isHers && _replies.Count > 0 ? _replies[0].Text : Nothing;

    public override string ToString() => string.Join(' ', _did);

    public async Task BeginAsync()
    {
        Restart();
        var before = store.Manifest(RowKind.Cold, null, 10_000).Select(e => e.Place).ToHashSet();
        _shown = (await _hotline.SayAsync(person, new Said.Start())).Drawing!;
        foreach (var label in (string[])[.. Walks.Gate, "Not now"])
        {
            await PressAsync(label);
        }

        _intake = store.Manifest(RowKind.Cold, null, 10_000).Select(e => e.Place).Single(p => !before.Contains(p));
        while (Has("Skip"))
        {
            await PressAsync("Skip");
        }

        await codes.ReadyAsync();
        await PressAsync("Done");
        _code = CodeOn(_shown);
        await PressAsync(_code[^4..]);
        Assert.StartsWith("Your answers are with us", _shown.Text, StringComparison.Ordinal);
        _page = "outside";
    }

    public async Task ActAsync()
    {
        switch (Roll(16))
        {
            case 0: await TypeAsync(_code); break;
            case 1 when !_isOpen: await TypeAsync(_code); break;
            case 2: await TypeAsync(ReceiptCode.Draw().Show()); _did.Add("(wrong)"); _ = seen.Add("wrong"); break;
            case 3 or 4: await AnswerHerAsync(); break;
            case 5: Restart(); (_isOpen, _page) = (false, "outside"); _did.Add("restart"); _ = seen.Add("restarted"); break;
            case 6 when _isOpen: await HideAsync(); break;
            case 7 when _isOpen: Idle(); break;
            case var _ when _isOpen: await ThumbAsync(); break;
            default: await TypeAsync(_code); break;
        }
    }

    /// <summary>What staff read and what lies in her mailbox.</summary>
    public void Compare()
    {
        if (_isErased)
        {
            Assert.Null(store.Find<HotRow>(_intake));
            Assert.Null(store.Find<ColdRow>(_intake));
            Assert.NotNull(store.Find<Tombstone>(_intake));
            return;
        }

        var slots = Open();
        Assert.Equal(_told, ReplyAnswers.Decode(slots[Slot.Reserved[0]])?.Answers ?? []);
        Assert.Equal(_added, [Addition.Decode(slots[Slot.Reserved[1]])?.Option, Addition.Decode(slots[Slot.Reserved[2]])?.Option]);
        var mailbox = store.Find<Mailbox>(Place.Read(slots[Slot.Mailbox]))!;
        Assert.Equal(CodeReading.Whole, ReceiptCode.Read(_code, out var code));
        using var opened = OpenedMailbox.Open(mailbox, CodeKeys.Derive(code!, key, ArgonProfile.Tiny))!;
        Assert.Equal(_replies.Select(r => r.Text), opened.Replies.Select(r => r.Reply.Text));
        Assert.Equal(_intake, opened.Intake);
    }

    private async Task TypeAsync(string code)
    {
        // A model of what is looked for, not of how often it may be.
        time.Advance(TimeSpan.FromMinutes(1));
        var typed = _hotline.TryCode(person, code)!;
        await typed.Ready;
        _shown = (await _hotline.SayCodeAsync(person, typed)).Drawing ?? throw new InvalidOperationException("A code drew nothing.");
        (_isOpen, _isHers, _page) = (true, code == _code && !_isErased, "answers");
        _visited.Clear();
        _did.Add("typed");
        LooksAsItMust();
    }

    /// <summary>As the Exchange puts it: the newest three are kept.</summary>
    private async Task AnswerHerAsync()
    {
        if (_isErased)
        {
            return;
        }

        var text = $"Reply {++_written}.";
        var mailbox = store.Find<Mailbox>(Place.Read(Open()[Slot.Mailbox]))!;
        var reply = SealedReply.Seal(Reply.Of("en", text)!, mailbox.Key, mailbox.Place.ToArray())!;
        Assert.True(await store.CommitAsync(new Change().Put(mailbox.WithReply(reply, Day.Today(time)), mailbox.Version)));
        _replies.Add((text, ReplyAnswers.NameOf(reply.Id)));
        if (_replies.Count > Format.RepliesKept)
        {
            _replies.RemoveAt(0);
            _ = seen.Add("pushed out");
        }

        _did.Add("(reply)");
    }

    private async Task HideAsync()
    {
        await PressAsync("Hide");
        await PressAsync("↻");
        await PressAsync("Yes, I am alone");
        _did.Add("hide");
        _ = seen.Add("hidden");
        LooksAsItMust();
    }

    /// <summary>Ten minutes: her next press asks for the number.</summary>
    private void Idle()
    {
        time.Advance(TimeSpan.FromMinutes(11));
        _hotline.Sweep();
        (_isOpen, _page) = (false, "outside");
        _did.Add("idle");
        _ = seen.Add("idle");
    }

    private async Task ThumbAsync()
    {
        var labels = _shown.Rows.SelectMany(r => r).Select(b => b.Label).Where(l => l is not ("Hide" or "A helper hurt me" or "Numbers to call")).ToList();
        var label = labels[Roll(labels.Count)];
        if (label == "A new number")
        {
            await codes.ReadyAsync();
        }

        var data = DataOf(label);
        var before = _shown;
        await PressAsync(label);
        _did.Add($"[{label}]");

        // What came meanwhile is shown first; a press that was meant for another reply does nothing to it.
        if (_page != "answers" || First == _seenFirst)
        {
            Follow(label, before);
        }
        else
        {
            _ = seen.Add("changed meanwhile");
        }

        LooksAsItMust();
        if (_isOpen && Roll(4) == 0)
        {
            var again = (await _hotline.PressAsync(person, data)).Drawing;
            _shown = again ?? _shown;
            _did.Add("twice");
            _ = seen.Add("twice");
            LooksAsItMust();
        }
    }

    /// <summary>Where a press leads in the model, and what it changes.</summary>
    private void Follow(string label, Drawing before)
    {
        switch (_page, label)
        {
            case ("answers", "I have read it"):
                _replies.RemoveAt(_replies.FindIndex(r => before.Text.EndsWith(r.Text, StringComparison.Ordinal)));
                _ = seen.Add("read");
                break;
            case ("answers", "More"): _page = "own"; break;
            case ("answers", "Back"): (_isOpen, _page) = (false, "outside"); break;
            case ("answers", _): Told(label.Replace("☑ ", "", StringComparison.Ordinal), before); break;
            case ("own", "Tell more"): _page = "urgency"; break;
            case ("own", "A new number"): _page = "code"; break;
            case ("own", "Erase"): _page = "erase"; break;
            case ("own", "Back"): _page = "answers"; break;
            case ("urgency", "Skip"): _page = "window"; break;
            case ("urgency", not "Back"): Add(0, ["Today", "In the next days", "Not now"], label); _page = label == "Today" ? "danger" : "window"; break;
            case ("danger", _): _page = "window"; break;
            case ("window", not ("Skip" or "Back")): Add(1, ["Morning", "Day", "Evening", "Night", "Any time", "I don't know"], label); _page = "own"; break;
            case ("code", not "Back"): Renew(label); break;
            case ("erase", "Erase everything"): Erase(); break;
            default: _page = "own"; break;
        }
    }

    private void Told(string label, Drawing before)
    {
        var (_, name) = _replies.Single(r => before.Text.EndsWith(r.Text, StringComparison.Ordinal));
        ReplyAnswer answer = label switch { "Yes" => ReplyAnswer.Yes, "No" => ReplyAnswer.No, "Not now" => ReplyAnswer.NotNow, _ => ReplyAnswer.Stop };
        _ = _visited.RemoveAll(v => v.Name == name);
        _visited.Insert(0, (name, answer));
        _told = [.. _visited.Take(ReplyAnswers.Most)];
        _ = seen.Add("answered");
    }

    private void Add(int question, string[] options, string label)
    {
        if (_isHers)
        {
            _added[question] = (byte)Array.IndexOf(options, label);
            _ = seen.Add("told more");
        }
    }

    /// <summary>Replies are sealed anew, so that they have other names.</summary>
    private void Renew(string label)
    {
        if (label != _offered[^4..])
        {
            return;
        }

        _page = "own";
        if (_isHers)
        {
            _code = _offered;
            using var opened = OpenedMailbox.Open(store.Find<Mailbox>(Place.Read(Open()[Slot.Mailbox]))!, CodeKeys.Derive(Read(_code), key, ArgonProfile.Tiny))!;
            for (var i = 0; i < _replies.Count; i++)
            {
                _replies[i] = (_replies[i].Text, ReplyAnswers.NameOf(opened.Replies[i].Sealed.Id));
            }

            _ = seen.Add("renewed");
        }
    }

    private void Erase()
    {
        Assert.StartsWith("What was kept here is erased", _shown.Text, StringComparison.Ordinal);
        if (_isHers)
        {
            _isErased = true;
            _replies.Clear();
            _ = seen.Add("erased");
        }

        (_isOpen, _page) = (false, "outside");
    }

    private void LooksAsItMust()
    {
        if (!_isOpen)
        {
            return;
        }

        _seenFirst = First;
        var expected = _page switch
        {
            "answers" => First,
            "own" => "What would you like to do?",
            "urgency" => "Are you in danger?",
            "danger" => "We have it. A person will read this first.",
            "window" => "When is it safe for you to look here?",
            "code" => "This is your new number.",
            _ => "Erase all that you told us",
        };
        Assert.Contains(expected, _shown.Text, StringComparison.Ordinal);
        _offered = _page == "code" ? CodeOn(_shown) : _offered;
    }

    private void Restart() => _hotline = new(new()
    {
        Bot = 1,
        Questionnaires = new(ShippedQuestionnaire.Value),
        Store = store,
        Key = key,
        Recipients = (_, _) => new(0, 1, [staff.Public, null, null, null]),
        Time = time,
        Codes = codes,
        CodeGate = new(new() { PerHour = int.MaxValue, PerDay = int.MaxValue, OverallPerHour = int.MaxValue }, time),
        Limits = FloodLimits.None,
    });

    private IReadOnlyDictionary<Slot, byte[]?> Open() =>
        Assert.IsType<Opening.Opened>(IntakeOpener.Open(store.Find<ColdRow>(_intake)!, store.Find<HotRow>(_intake)!, staff, 0)).Slots;

    private int Roll(int sides) => (int)chance.Next((uint)sides);

    private bool Has(string label) => _shown.Rows.Any(row => row.Any(b => b.Label == label));

    private string DataOf(string label) => _shown.Rows.SelectMany(r => r).First(b => b.Label == label).Data;

    private async Task PressAsync(string label) =>
        _shown = (await _hotline.PressAsync(person, DataOf(label))).Drawing ?? throw new InvalidOperationException($"'{label}' drew nothing.");

    private static string CodeOn(Drawing drawing) => drawing.Text.Split('\n').Single(line => line.Count(char.IsAsciiDigit) == ReceiptCode.Length);

    private static ReceiptCode Read(string code) => ReceiptCode.Read(code, out var read) is CodeReading.Whole ? read! : throw new InvalidOperationException("No code.");
}
