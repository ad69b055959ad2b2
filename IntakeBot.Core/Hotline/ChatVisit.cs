using IntakeBot.Core.Conversations;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Hotline;

/// <summary>
/// What memory, and never the disk, knows of one visit to a mailbox. A code that opened nothing has a visit like any other. Used
/// in its chat's order; only the end of its time comes from elsewhere.
/// </summary>
internal sealed class ChatVisit(OpenedMailbox? opened, byte language, Locator locator, Pair? behind, VisitView view, DateTimeOffset now) : IDisposable
{
    /// <summary>How long it is open after it was last used; then the code is asked again.</summary>
    private static readonly TimeSpan Open = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private DateTimeOffset _used = now;
    private bool _isOver;

    /// <summary>L of its screens; their k is drawn anew each time.</summary>
    public Locator Locator => locator;

    public byte Language => language;

    /// <summary>The conversation that she was in.</summary>
    public Pair? Behind => behind;

    /// <summary>Null where there is none of that code, or it is gone.</summary>
    public OpenedMailbox? Opened { get; private set; } = opened;

    public VisitView View { get; set; } = view;

    /// <summary>k of the page last drawn: a press that carries another was meant for another page.</summary>
    public StepKey Key { get; set; }

    /// <summary>The reply on the page last drawn: a press there was meant for it, and for no other that came or went meanwhile.</summary>
    public ulong Drawn { get; set; }

    /// <summary>False where the page last drawn showed another reply than is the first now.</summary>
    public bool ShowsFirst => View.Page is not VisitPage.Answers || View.ReplyName == Drawn;

    /// <summary>The code that <see cref="VisitPage.NewCode"/> shows.</summary>
    public PreparedCode? Offered { get; private set; }

    /// <summary>True, and its time counts from now, where it is still open.</summary>
    public bool TryUse(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_isOver || now - _used > Open)
            {
                End();
                return false;
            }

            _used = now;
            return true;
        }
    }

    /// <summary>Ends it where its time is over.</summary>
    public bool IsOver(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (now - _used > Open)
            {
                End();
            }

            return _isOver;
        }
    }

    /// <summary>True where nobody needs to remember even <see cref="Behind"/>.</summary>
    public bool IsForgotten(DateTimeOffset now)
    {
        lock (_lock)
        {
            return now - _used > Chats.Remembered;
        }
    }

    /// <summary>Goes on with another mailbox, or with none.</summary>
    public void Turn(OpenedMailbox? to)
    {
        Opened?.Dispose();
        Opened = to;
    }

    public void Offer(PreparedCode? prepared)
    {
        Offered?.Dispose();
        Offered = prepared;
    }

    /// <summary>The offered code is hers now: it is <see cref="Opened"/>'s, or nobody's.</summary>
    public PreparedCode? TakeOffered()
    {
        var taken = Offered;
        Offered = null;
        return taken;
    }

    public void Dispose()
    {
        lock (_lock)
        {
            End();
        }
    }

    private void End()
    {
        _isOver = true;
        Turn(to: null);
        Offer(prepared: null);
    }
}
