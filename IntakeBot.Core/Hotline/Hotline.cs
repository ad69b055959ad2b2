using IntakeBot.Core.Conversations;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Hotline;

/// <summary>
/// The stream of the design in one place: a press is checked, its conversation loaded, decided on, sealed and committed; then
/// the screen is told. Knows no Telegram. Calls for one person come in order, but Hide may overtake.
/// </summary>
public sealed class Hotline
{
    private const int Tries = 3;

    private readonly HotlineParts _parts;
    private readonly Chats _chats;
    private readonly Drawer _drawer;
    private readonly Mailboxes _mailboxes;
    private readonly Doorway _doorway;
    private readonly WalkPresses _walk;
    private readonly GatePresses _gate;

    public Hotline(HotlineParts parts)
    {
        _parts = parts;
        _chats = new(parts.Time);
        _drawer = new(parts, _chats);
        Floods = new(parts.Limits, parts.Time);
        _mailboxes = new(parts, _chats, _drawer, Floods);
        _doorway = new(parts, _chats, _drawer, _mailboxes);
        var (intakes, spent) = (new OpenIntakes(parts), new SpentLocators());
        _walk = new(parts, _chats, _drawer, intakes, spent);
        _gate = new(parts, _chats, _drawer, _doorway, _mailboxes, intakes, spent, Floods);
    }

    /// <summary>Chats in memory: those heard of in the last half hour.</summary>
    public int ChatCount => _chats.Count;

    /// <summary>Visits to a mailbox in memory, of codes that opened nothing as well.</summary>
    public int VisitCount => _mailboxes.Count;

    public Floods Floods { get; }

    /// <summary>True where the pressed button is Hide, whoever made it: such a press overtakes everything.</summary>
    public static bool IsHide(string data) => CallbackToken.OptionOf(data) == (byte)Command.Hide;

    /// <summary>True where what was typed may be a receipt code, whole or with a slip.</summary>
    public static bool IsCode(string text) => ReceiptCode.Read(text, out _) is not CodeReading.None;

    /// <summary>Forgets chats that were silent for half an hour, and codes that were for ten minutes; to be called about once a minute.</summary>
    public void Sweep()
    {
        _chats.Sweep();
        _mailboxes.Sweep();
        _parts.CodeGate.Sweep();
        Floods.Sweep();
    }

    /// <summary>
    /// Covers, newest first, for every screen that was silent as long and shows none yet: after three idle minutes, and with no
    /// silence at all before an orderly stop. Their button leads back through "safe now?".
    /// </summary>
    public IReadOnlyList<(long Person, Drawing Cover)> CoverSilent(TimeSpan silence) => _doorway.CoverSilent(silence);

    /// <summary>A button was pressed; returns when all that has to be is durable.</summary>
    /// <param name="person">The presser's account id, which is also the chat's.</param>
    /// <param name="data">The button's callback data, as it came: anybody can send anything.</param>
    public async Task<Shown> PressAsync(long person, string data)
    {
        if (CallbackToken.Decode(data, _parts.Key, _parts.Bot, person, out var genuine) is not { } token)
        {
            return Shown.Nothing;
        }

        if (token.Option == (byte)Command.Hide)
        {
            var leadsOn = genuine && Gate.LeadsOn(token.Step) && token.Step is not Gate.Mailbox;
            return _doorway.Hide(person, token.Language, leadsOn ? new(token.Locator, token.Key) : null);
        }

        if (!genuine || OptionCode.Read(token.Option) is not { } said)
        {
            return Shown.Nothing;
        }

        if (token.Step == Gate.Mailbox)
        {
            return await _mailboxes.PressAsync(person, token, said);
        }

        for (var attempt = 1; ; attempt++)
        {
            var shown = token.Step > Gate.Last ? await _walk.PressAsync(person, token, said) : await _gate.PressAsync(person, token, said);
            if (shown is not null || attempt == Tries)
            {
                return shown ?? Shown.Nothing;
            }
        }
    }

    /// <summary>
    /// Something that is no button and no code came; to be asked in the order of arrival. True for the third in ten minutes: whoever types
    /// there may not be her, or not alone, and it is to be handled as Hide.
    /// </summary>
    /// <param name="person">Who sent it.</param>
    /// <param name="sending">Names it, so that what comes twice, or in several parts, counts once.</param>
    /// <param name="text">What was typed, if it was: a note that is awaited and would be kept does not count.</param>
    public bool MustHideAfter(long person, string sending, string? text = null) =>
        _chats.Find(person) is { IsHidden: false, Last.Step: not (Gate.Language or Gate.Cover) } chat
            && !(text is not null && chat.AwaitsNote && NoteCatcher.Take(text) is not null && Floods.TryNote(person))
            && Floods.IsThird(person, sending);

    /// <summary>
    /// Null where what was typed is no receipt code. What is begun here waits for nothing and holds nobody up; when
    /// <see cref="TypedCode.Ready"/> ends, <see cref="SayCodeAsync"/> shows what came of it.
    /// </summary>
    public TypedCode? TryCode(long person, string text) => _mailboxes.Try(person, text);

    /// <summary>In the order of the person's presses, which need not wait for it.</summary>
    public Task<Shown> SayCodeAsync(long person, TypedCode typed) => _mailboxes.ShowAsync(person, typed);

    /// <summary>/start, /hide, or anything else that was typed or sent; of that, only typed words come this far, to be read where they are awaited.</summary>
    public async Task<Shown> SayAsync(long person, Said said)
    {
        var known = _chats.Find(person);
        if (_parts.Entry.Opens(said, out var spoken))
        {
            return _doorway.Enter(person, spoken);
        }

        if (said is Said.Press { Command: Command.Privacy or Command.Kept })
        {
            return _doorway.Read(person, said);
        }

        var isHide = said is Said.Press { Command: Command.Hide };
        if (isHide || (_parts.Entry.IsSet && (said is Said.Start || known is null)))
        {
            // Where there is nothing to hide, the cover waits for its turn like every other screen.
            var hides = isHide || (known is { IsHidden: false } && Gate.LeadsOn(known.Last.Step));
            return _doorway.Hide(person, known?.Last.Language ?? _parts.CoverLanguage, null) with { Hides = hides };
        }

        return known is { } chat
            ? await HeardAsync(person, chat, said)
            : _drawer.Draw(person, default, _drawer.AtGate(Gate.Language, 0).Current(), Pair.Draw(_drawer.Today));
    }

    private async Task<Shown> HeardAsync(long person, Chat chat, Said said)
    {
        if (said is Said.Text text && chat.AwaitsNote && await _walk.NoteAsync(person, chat.Last.Pair, text) is { } answered)
        {
            return answered;
        }

        var (pair, language, step) = chat.Last;
        if (step is Gate.Cover && said is not Said.Start)
        {
            return _doorway.TypedOnCover(person, chat, said);
        }

        if (said is not Said.Start && (chat.IsHidden || !Floods.TryHint(person)))
        {
            return Shown.Nothing;
        }

        if (step is Gate.Mailbox)
        {
            return said is Said.Start
                ? _drawer.Draw(person, pair.Locator, _drawer.SafeIn(language), _mailboxes.BehindOf(person) ?? Pair.Draw(_drawer.Today))
                : await _mailboxes.TypedAsync(person, pair.Locator, said);
        }

        return step <= Gate.Last || said is Said.Start
            ? _drawer.Draw(person, pair.Locator, _drawer.AtGate(step, language).Handle(said), pair)
            : _walk.Typed(person, pair, said) ?? _gate.End(person, pair, language);
    }
}
