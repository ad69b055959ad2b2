using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Hotline;

/// <summary>
/// What memory, and never the disk, knows of one chat: the screen last drawn there and, behind a cover, the conversation it hides.
/// Guarded by its own lock, because Hide overtakes what is being handled.
/// </summary>
internal sealed class Chat(Pair pair, byte language, int step)
{
    private static readonly TimeSpan Admitted = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private Pair _pair = pair;
    private Pair? _behind;
    private int _step = step;
    private byte _language = language;
    private bool _awaitsNote;
    private bool _owesYes;
    private bool _hidden;
    private DateTimeOffset _hiddenAt;
    private DateTimeOffset? _admitted;

    public (Pair Pair, byte Language, int Step) Last
    {
        get
        {
            lock (_lock)
            {
                return (_pair, _language, _step);
            }
        }
    }

    /// <summary>True where the screen last drawn asks for a note.</summary>
    public bool AwaitsNote
    {
        get
        {
            lock (_lock)
            {
                return _awaitsNote;
            }
        }
    }

    /// <summary>True from "safe now?" on until it was answered with yes, also on what may be read beside it.</summary>
    public bool OwesYes
    {
        get
        {
            lock (_lock)
            {
                return _owesYes;
            }
        }
    }

    /// <summary>When the chat was last heard of; guarded by the dictionary that holds it.</summary>
    public DateTimeOffset LastHeard { get; set; }

    public bool IsHidden
    {
        get
        {
            lock (_lock)
            {
                return _hidden;
            }
        }
    }

    /// <summary>The page that the cover shows.</summary>
    public int CoverPage { get; set; }

    /// <summary>The entry word was typed here.</summary>
    public void Admit(DateTimeOffset now)
    {
        lock (_lock)
        {
            _admitted = now;
        }
    }

    /// <summary>True for ten minutes after the entry word was typed, unless the screen was hidden since.</summary>
    public bool IsAdmitted(DateTimeOffset now)
    {
        lock (_lock)
        {
            return now - _admitted <= Admitted;
        }
    }

    /// <summary>True where the chat shows a cover and <paramref name="locator"/> is not the cover's own.</summary>
    public bool Covers(Locator locator)
    {
        lock (_lock)
        {
            return _hidden && _pair.Locator != locator;
        }
    }

    /// <summary>The conversation that the cover of <paramref name="locator"/> hides, until 30 minutes after it was hidden.</summary>
    public Pair? Behind(Locator locator, DateTimeOffset now, TimeSpan remembered)
    {
        lock (_lock)
        {
            return _hidden && _pair.Locator == locator && now - _hiddenAt <= remembered ? _behind : null;
        }
    }

    public void Hide(Pair cover, byte language, Pair? open, DateTimeOffset now)
    {
        lock (_lock)
        {
            // A second Hide keeps what the first one remembered: it may be a double tap, and its button that of a cover that is gone.
            if (!_hidden || _behind is null || open?.Locator == _behind.Value.Locator)
            {
                (_behind, _hiddenAt) = (open, now);
            }

            (_pair, _language, _step, _awaitsNote, _hidden, _admitted) = (cover, language, Conversations.Gate.Cover, false, true, null);
        }
    }

    /// <summary>
    /// The chat was silent too long, or the server stops: its screen becomes a cover whose button carries the conversation's own L
    /// and k, or, over a mailbox, those of the one before it. False where a cover stands already.
    /// </summary>
    public bool TryCover(Func<Pair> beforeMailbox, out Pair pair, out byte language)
    {
        lock (_lock)
        {
            (pair, language) = (_pair, _language);
            if (_step is Conversations.Gate.Cover)
            {
                return false;
            }

            _pair = pair = _step is Conversations.Gate.Mailbox ? beforeMailbox() : pair;

            (_step, _awaitsNote, _admitted) = (Conversations.Gate.Cover, false, null);
            return true;
        }
    }

    /// <summary>
    /// Notes what is about to be drawn and says whether it may be: behind a cover only the cover's own buttons draw, and the
    /// cover lasts until they lead to another conversation or past "safe now?".
    /// </summary>
    public bool TryShow(Locator pressed, Pair pair, byte language, int step, bool awaitsNote)
    {
        lock (_lock)
        {
            if (_hidden && _pair.Locator != pressed)
            {
                return false;
            }

            _hidden = _hidden && Conversations.Gate.IsBeforeYes(step);
            _owesYes = step is Conversations.Gate.Safe || (_owesYes && Conversations.Gate.IsBeforeYes(step));
            _behind = _hidden ? _behind : null;
            (_pair, _language, _step, _awaitsNote) = (pair, language, step, awaitsNote);
            return true;
        }
    }
}
