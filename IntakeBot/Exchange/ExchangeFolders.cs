namespace IntakeBot.Exchange;

/// <summary>Where the files lie that the Exchange gives out, and where it keeps what members put beside rows.</summary>
internal sealed record ExchangeFolders(string Config, string Data);
