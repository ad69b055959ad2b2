using System.Text;

namespace IntakeBot.Phone;

/// <summary>
/// One person and their phone. What they do reaches the bot as an update, whose id is returned; 0 where the bot has
/// not asked for that kind. What the phone would not let them do throws <see cref="InvalidOperationException"/>.
/// </summary>
public sealed partial class PhonePerson
{
    private readonly Account _account;
    private readonly PhoneChat _chat;

    internal PhonePerson(PhoneBot bot, TimeProvider time, Account account)
    {
        _account = account;
        _chat = new PhoneChat(bot, account, time);
    }

    /// <summary>The account id, which is also the id of the chat with the bot.</summary>
    public long Id => _account.Id;

    public string FirstName => _account.FirstName;

    public string? LastName => _account.LastName;

    /// <summary>What the phone is set to, as an IETF tag; null where nothing is known.</summary>
    public string? LanguageCode => _account.LanguageCode;

    /// <summary>What the phone still shows after edits and deletions, oldest first.</summary>
    public IReadOnlyList<PhoneMessage> Screen => _chat.Screen();

    /// <summary>The presses that the bot has not answered.</summary>
    public IReadOnlyList<PhoneSpinner> Spinners
    {
        get
        {
            lock (_chat.Gate)
            {
                return [.. _chat.Spinners];
            }
        }
    }

    /// <summary>What the last answer to a press said, or null where it said nothing.</summary>
    public PhoneToast? Toast
    {
        get
        {
            lock (_chat.Gate)
            {
                return _chat.Toast;
            }
        }
    }

    public bool HasStarted => _chat.Started;

    public bool HasBlocked => _chat.Blocked;

    internal Signal Changed => _chat.Changed;

    /// <summary>
    /// Returns the screen as soon as it satisfies <paramref name="condition"/>. The timeout is on the wall clock, whatever
    /// time the world lives in; when it passes, the exception shows the screen.
    /// </summary>
    public async Task<IReadOnlyList<PhoneMessage>> WaitForScreenAsync(
        Func<IReadOnlyList<PhoneMessage>, bool> condition, TimeSpan timeout)
    {
        using var deadline = new CancellationTokenSource(timeout);
        while (true)
        {
            var changed = _chat.Changed.Next();
            var screen = Screen;
            if (condition(screen))
            {
                return screen;
            }

            try
            {
                await changed.WaitAsync(deadline.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Waited {timeout.TotalSeconds:0.#} s in vain. {Draw()}");
            }
        }
    }

    /// <summary>As <see cref="WaitForScreenAsync"/>, and returns the newest message then shown.</summary>
    public async Task<PhoneMessage> WaitForAsync(Func<IReadOnlyList<PhoneMessage>, bool> condition, TimeSpan timeout)
    {
        var screen = await WaitForScreenAsync(s => s.Count > 0 && condition(s), timeout);
        return screen[^1];
    }

    /// <summary>Draws the screen as lines of text.</summary>
    public string Draw()
    {
        var drawn = new StringBuilder($"{FirstName}'s phone shows");
        var screen = Screen;
        _ = drawn.Append(screen.Count == 0 ? " an empty chat." : ":");
        foreach (var message in screen)
        {
            _ = drawn.Append('\n').Append(message);
        }

        if (Spinners is { Count: > 0 } spinners)
        {
            _ = drawn.Append('\n').Append(spinners.Count).Append(" unanswered press(es)");
        }

        return drawn.ToString();
    }

    internal PhoneChat? ChatWith(PhoneBot bot) => _chat.Bot == bot ? _chat : null;
}
