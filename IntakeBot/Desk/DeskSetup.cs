using System.Text;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>
/// The first run: an invitation, keys, a place in the roster. Each step lies on the disk when it is done, so a desk that was ended goes on
/// where it was.
/// </summary>
internal sealed class DeskSetup(DeskFolder folder, DeskSettingsBook settings, DeskOptions options) : IDisposable
{
    private const int Epochs = 1 + Roster.EpochsAhead;

    private readonly Lock _gate = new();
    private readonly WrongTries _wrong = new(options.Time);
    private Identity? _identity;
    private long _touched;

    /// <summary>How long the next passphrase has to wait.</summary>
    public TimeSpan Wait => _wrong.Wait;

    public SetupStep Step =>
        !File.Exists(Path.Combine(folder.ConfigFolder, RosterFolder.OrganisationName)) ? SetupStep.Invitation
        : !File.Exists(folder.IdentityFile) ? SetupStep.Identity
        : options.Bundles.Count > 0 ? SetupStep.Done
        : !File.Exists(Path.Combine(folder.ConfigFolder, RosterFolder.RosterName)) || !File.Exists(Path.Combine(folder.ConfigFolder, QuestionnairePack.MainName)) ? SetupStep.Waiting
        : SetupStep.Done;

    /// <summary>Null where none was taken, or it cannot be read.</summary>
    public Invitation? Invitation => File.Exists(folder.InvitationFile) ? Invitation.Parse(File.ReadAllText(folder.InvitationFile)) : null;

    /// <summary>Null while the keys are locked.</summary>
    public VerifyKey? Own
    {
        get
        {
            lock (_gate)
            {
                return _identity?.Signing.Public;
            }
        }
    }

    /// <summary>What the organisation needs of this member; null while the keys are locked. Nothing in it is secret.</summary>
    public byte[]? MemberFile
    {
        get
        {
            lock (_gate)
            {
                return _identity is null ? null : Core.Sealing.MemberFile.Encode(_identity);
            }
        }
    }

    public void Take(Invitation invitation)
    {
        _ = Directory.CreateDirectory(folder.ConfigFolder);
        WholeFile.Replace(folder.InvitationFile, Encoding.ASCII.GetBytes($"{invitation}\n"), secret: true);
        WholeFile.Replace(Path.Combine(folder.ConfigFolder, RosterFolder.OrganisationName), Encoding.ASCII.GetBytes($"{invitation.Organisation}\n"), secret: false);
    }

    /// <summary>Keys that were not there.</summary>
    public void MakeKeys(ReadOnlySpan<char> passphrase)
    {
        var identity = Identity.Draw(EpochCalendar.Default.EpochOf(Day.Today(options.Time)), Epochs);
        IdentityFile.Create(folder.IdentityFile, identity, passphrase, options.Profile);
        Hold(identity);
    }

    /// <summary>Opens the keys to go on waiting; false where the passphrase is wrong, and the next has to wait.</summary>
    public bool TryOpenKeys(ReadOnlySpan<char> passphrase)
    {
        if (IdentityFile.Read(folder.IdentityFile, passphrase, []) is not { } identity)
        {
            _wrong.Add();
            return false;
        }

        _wrong.Clear();
        Hold(identity);
        return true;
    }

    /// <summary>Asks the server for roster and questionnaire; see <see cref="SetupAnswer"/>.</summary>
    public async Task<SetupAnswer> AskAsync(CancellationToken cancellationToken)
    {
        _ = Interlocked.Exchange(ref _touched, options.Time.GetTimestamp());
        if (Invitation is not { } invitation || Signing() is not { } signing)
        {
            return new SetupAnswer.Locked();
        }

        // A proxy that cannot be read is no leave to go without.
        ExchangeProxy? proxy = null;
        if (settings.Value.Proxy is { Length: > 0 } text && !ExchangeProxy.TryParse(text, out proxy, out var problem))
        {
            return new SetupAnswer.Refused([settings.Words.With(Phrase.SettingProxyWrong, problem)]);
        }

        using var client = new ExchangeClient(invitation.Address, signing, invitation.Exchange, options.Time, proxy);
        try
        {
            if (await client.TakeRosterAsync(folder.ConfigFolder, folder.DataFolder, cancellationToken) is not { } reading)
            {
                return new SetupAnswer.NotYet(await client.ProbeAsync(cancellationToken));
            }

            if (reading.Roster is not { } roster)
            {
                return new SetupAnswer.Refused(reading.Problems);
            }

            if (await client.FindQuestionnaireAsync(cancellationToken) is not { } pack)
            {
                return new SetupAnswer.NotYet(await client.ProbeAsync(cancellationToken));
            }

            var problems = QuestionnaireTaking.Take(pack, roster, folder.ConfigFolder);
            return problems.Count == 0 ? new SetupAnswer.Ready() : new SetupAnswer.Refused(problems);
        }
        catch (HttpRequestException)
        {
            return new SetupAnswer.NotYet(await client.ProbeAsync(cancellationToken));
        }
        catch (InvalidDataException failure)
        {
            return await client.ProbeAsync(cancellationToken) is { } reach and not ExchangeReach.Reachable
                ? new SetupAnswer.NotYet(reach)
                : new SetupAnswer.Refused([failure.Message]);
        }
    }

    /// <summary>Forgets the keys where nobody asked for ten minutes.</summary>
    public void CloseIfIdle()
    {
        if (options.Time.GetElapsedTime(Interlocked.Read(ref _touched)) >= DeskDoor.Idle)
        {
            Hold(null);
        }
    }

    public void Dispose() => Hold(null);

    private SigningKey? Signing()
    {
        lock (_gate)
        {
            return _identity?.Signing;
        }
    }

    private void Hold(Identity? identity)
    {
        lock (_gate)
        {
            _identity?.Dispose();
            _identity = identity;
            _ = Interlocked.Exchange(ref _touched, options.Time.GetTimestamp());
        }
    }
}
