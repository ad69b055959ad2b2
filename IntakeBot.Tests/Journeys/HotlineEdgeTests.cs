using IntakeBot.Core.Conversations;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Journeys;

/// <summary>The rows of the token's table that need days to pass, words to change or many presses.</summary>
public sealed class HotlineEdgeTests : IAsyncLifetime
{
    private const long Bot = 123456;
    private const long Person = 7_000_000_001;

    private readonly TempFolder _folder = new();
    private readonly ServerKey _key = new(new byte[ServerKey.Size]);
    private readonly EpochSecret _staff = EpochSecret.Draw();
    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private SealedStore _store = null!;
    private CodeLane _codes = null!;
    private Hotline _hotline = null!;
    private Recipients? _recipients;
    private Drawing _shown = null!;

    public ValueTask InitializeAsync()
    {
        _store = SealedStore.Open(_folder.Path, TimeProvider.System);
        _codes = TinyCodes.Lane(_key, _store);
        _recipients = new(0, 1, [_staff.Public, null, null, null]);
        _hotline = Start(new(ShippedQuestionnaire.Value));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _codes.DisposeAsync();
        await _store.DisposeAsync();
        _key.Dispose();
        _staff.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_consent_of_the_day_before_yesterday_begins_the_gate_anew()
    {
        await WalkAsync("English", "Yes, I am alone", "Only on this one", "Go on");
        _time.Advance(TimeSpan.FromDays(2));

        await PressAsync("I understand, start");

        Assert.StartsWith("Can you look at this safely now?", _shown.Text, StringComparison.Ordinal);
        Assert.Empty(_store.Manifest(RowKind.Hot, null, 1));
    }

    [Fact]
    public async Task A_consent_of_yesterday_is_good()
    {
        await WalkAsync("English", "Yes, I am alone", "Only on this one", "Go on");
        _time.Advance(TimeSpan.FromDays(1));

        await PressAsync("I understand, start");

        Assert.StartsWith("Are you in danger?", _shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_could_open_it_nothing_is_begun_and_she_may_look_again()
    {
        await WalkAsync("우리말", "예, 혼자 있습니다", "이 전화에만", "계속");
        _recipients = null;

        await PressAsync("알겠습니다, 시작");

        Assert.StartsWith("당분간 받지 않습니다", _shown.Text, StringComparison.Ordinal);
        Assert.Empty(_store.Manifest(RowKind.Hot, null, 1));
    }

    [Fact]
    public async Task A_row_that_is_gone_brings_the_end_screen_in_the_language_of_the_button()
    {
        await WalkAsync("우리말", "예, 혼자 있습니다", "이 전화에만", "계속", "알겠습니다, 시작");
        var only = Assert.Single(_store.Manifest(RowKind.Hot, null, 2));
        Assert.True(await _store.CommitAsync(new Change().Remove(RowKind.Hot, only.Place, only.Version)));

        await PressAsync("넘기기");

        Assert.StartsWith("여기에 당신의 것은 열려 있지 않습니다", _shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_is_finished_with_the_words_it_was_begun_with_while_they_are_on_the_shelf()
    {
        await WalkAsync("English", "Yes, I am alone", "Only on this one", "Go on", "I understand, start");
        var changed = ShippedQuestionnaire.Value with { Canonical = new byte[] { 1 } };

        _hotline = Start(new(changed, [ShippedQuestionnaire.Value]));
        await PressAsync("Not now");
        Assert.StartsWith("Who needs help?", _shown.Text, StringComparison.Ordinal);

        _hotline = Start(new(changed));
        await PressAsync("Skip");
        Assert.StartsWith("Nothing of yours is open here", _shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slot_changed_64_times_brings_the_end_screen_and_its_last_answer_is_kept()
    {
        await WalkAsync("English", "Yes, I am alone", "Only on this one", "Go on", "I understand, start");
        for (var change = 1; change < Blob.MaxChanges; change++)
        {
            await WalkAsync("Not now", "Back");
        }

        await PressAsync("In the next days");
        await PressAsync("Skip");

        Assert.StartsWith("Nothing of yours is open here", _shown.Text, StringComparison.Ordinal);
        var cold = _store.Find<ColdRow>(_store.Manifest(RowKind.Cold, null, 1)[0].Place)!;
        var opened = Assert.IsType<Opening.Opened>(IntakeOpener.Open(cold, _store.Find<HotRow>(cold.Place)!, _staff, 0));
        Assert.Equal([1, 1], opened.Slots[Slot.Question(1)]);
    }

    [Fact]
    public async Task A_chat_is_forgotten_half_an_hour_after_it_was_last_heard_of()
    {
        await WalkAsync("English", "Yes, I am alone");
        Assert.Equal(1, _hotline.ChatCount);

        _time.Advance(TimeSpan.FromMinutes(31));
        _hotline.Sweep();

        Assert.Equal(0, _hotline.ChatCount);
    }

    /// <summary>/start comes twice where the server died before it was confirmed; then two first screens stand in the chat.</summary>
    [Fact]
    public async Task Of_two_first_screens_pressed_in_turn_one_intake_comes()
    {
        var first = (await _hotline.SayAsync(Person, new Said.Start())).Drawing!;
        var second = (await _hotline.SayAsync(Person, new Said.Start())).Drawing!;
        foreach (var label in (string[])["English", "Yes, I am alone", "Only on this one", "Go on", "I understand, start", "Not now"])
        {
            _shown = first;
            await PressAsync(label);
            first = _shown;
            if (second.Rows.SelectMany(r => r).Any(b => b.Label == label))
            {
                _shown = second;
                await PressAsync(label);
                second = _shown;
            }
        }

        Assert.All([first, second], screen => Assert.StartsWith("Who needs help?", screen.Text, StringComparison.Ordinal));
        Assert.Single(_store.Manifest(RowKind.Hot, null, 9));
    }

    /// <summary>A restart forgot her, and /start drew a first screen below the one that leads back to her questions.</summary>
    [Fact]
    public async Task A_new_first_screen_takes_no_old_one_s_intake_away()
    {
        await WalkAsync("English", "Yes, I am alone", "Only on this one", "Go on", "I understand, start", "Not now");
        var back = (await _hotline.SayAsync(Person, new Said.Start())).Drawing!;
        _hotline = Start(new(ShippedQuestionnaire.Value));
        _ = await _hotline.SayAsync(Person, new Said.Start());

        _shown = back;
        await PressAsync("Yes, I am alone");

        Assert.StartsWith("Who needs help?", _shown.Text, StringComparison.Ordinal);
    }

    private Hotline Start(Shelf shelf) => new(new()
    {
        Bot = Bot,
        Questionnaires = shelf,
        Store = _store,
        Key = _key,
        Recipients = (_, _) => _recipients,
        Time = _time,
        Codes = _codes,
        CodeGate = new(new(), _time),
    });

    private async Task WalkAsync(params string[] labels)
    {
        if (_shown is null)
        {
            _shown = (await _hotline.SayAsync(Person, new Said.Start())).Drawing!;
        }

        foreach (var label in labels)
        {
            await PressAsync(label);
        }
    }

    private async Task PressAsync(string label)
    {
        var button = _shown.Rows.SelectMany(r => r).First(b => b.Label == label);
        _shown = (await _hotline.PressAsync(Person, button.Data)).Drawing ?? throw new InvalidOperationException($"'{label}' drew nothing.");
    }
}
