using IntakeBot.Core.Sealing;

namespace IntakeBot.Exchange;

/// <summary>Where members' own statements go; nowhere on a server without a data folder.</summary>
internal sealed class OwnStatements(ExchangeFolders? folders)
{
    private readonly PutStatements? _statements = folders is null ? null : new(folders.Data);

    /// <summary>As <see cref="PutStatements.TryPut"/>; null where nothing can be kept.</summary>
    public bool? TryPut(RosterMember member, EpochStatement statement)
    {
        try
        {
            return _statements?.TryPut(member, statement);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
