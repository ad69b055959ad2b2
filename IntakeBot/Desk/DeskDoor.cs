using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>Opens the desk with a passphrase, and locks it: by hand, after ten idle minutes, and after half a day whatever happens.</summary>
internal sealed class DeskDoor(DeskFolder folder, DeskSettingsBook settings, DeskOptions options) : IAsyncDisposable
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly WrongTries _wrong = new(options.Time);
    private OpenDesk? _open;
    private long _touched = options.Time.GetTimestamp();
    private long _opened;
    private volatile bool _isWatching;

    /// <summary>Null while it is locked.</summary>
    public OpenDesk? Open => Volatile.Read(ref _open);

    /// <summary>True where only numbers are to be shown, and everything else asks for the passphrase.</summary>
    public bool IsWatching => _isWatching;

    /// <summary>Somebody is there.</summary>
    public void Touch() => Interlocked.Exchange(ref _touched, options.Time.GetTimestamp());

    public void Watch() => _isWatching = Open is not null;

    public async Task<UnlockOutcome> UnlockAsync(char[] passphrase, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_wrong.Wait > TimeSpan.Zero)
            {
                return new UnlockOutcome.TooSoon(_wrong.Wait);
            }

            var problems = new List<string>();
            if (await Task.Run(() => IdentityFile.Read(folder.IdentityFile, passphrase, problems), CancellationToken.None) is not { } identity)
            {
                _wrong.Add();
                return File.Exists(folder.IdentityFile) ? new UnlockOutcome.Wrong() : new UnlockOutcome.Refused(problems);
            }

            _wrong.Clear();
            return await OpenAsync(identity, passphrase, problems);
        }
        finally
        {
            _ = _turn.Release();
        }
    }

    public async Task LockAsync()
    {
        await _turn.WaitAsync();
        try
        {
            await CloseAsync();
        }
        finally
        {
            _ = _turn.Release();
        }
    }

    /// <summary>Locks where nobody was there for long enough. Called every few seconds.</summary>
    public Task LockIfIdleAsync()
    {
        var isIdle = !IsWatching && options.Time.GetElapsedTime(Interlocked.Read(ref _touched)) >= Idle;
        return Open is not null && (isIdle || options.Time.GetElapsedTime(Interlocked.Read(ref _opened)) >= Longest) ? LockAsync() : Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await LockAsync();
        _turn.Dispose();
    }

    private async Task<UnlockOutcome> OpenAsync(Identity identity, char[] passphrase, List<string> problems)
    {
        Touch();
        if (IsWatching && Open is { } watching && watching.Membership.Identity.Signing.Public.Equals(identity.Signing.Public))
        {
            identity.Dispose();
            _isWatching = false;
            return new UnlockOutcome.Opened();
        }

        await CloseAsync();
        ExchangeProxy? proxy = null;
        if (settings.Value.Proxy is { Length: > 0 } text && !ExchangeProxy.TryParse(text, out proxy, out var problem))
        {
            problems.Add($"{folder.SettingsFile}: Proxy {problem}");
        }

        var desk = problems.Count > 0 ? null : await Task.Run(() => Start(identity, passphrase, proxy, problems));
        if (desk is null)
        {
            identity.Dispose();
            return new UnlockOutcome.Refused(problems);
        }

        Interlocked.Exchange(ref _opened, options.Time.GetTimestamp());
        Volatile.Write(ref _open, desk);
        return new UnlockOutcome.Opened();
    }

    private OpenDesk? Start(Identity identity, char[] passphrase, ExchangeProxy? proxy, List<string> problems)
    {
        if (options.Bundles.Count > 0)
        {
            return OpenDesk.Start(folder, identity, options.Bundles, options.Time, problems);
        }

        KeyRenewal.Renew(folder, identity, passphrase, options);
        return OpenDesk.Start(folder, identity, proxy, options.Period, options.Time, problems);
    }

    private async Task CloseAsync()
    {
        _isWatching = false;
        if (Interlocked.Exchange(ref _open, null) is { } desk)
        {
            await desk.DisposeAsync();
        }
    }
}
