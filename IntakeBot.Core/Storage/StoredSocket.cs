namespace IntakeBot.Core.Storage;

/// <summary>The one thing in the data folder that is no file: a door for the account that owns it. Holds nothing.</summary>
public static class StoredSocket
{
    public const string FileName = "operator.sock";
}
