namespace IntakeBot.Desk;

/// <summary>The settings in force, and what follows from them.</summary>
internal sealed class DeskSettingsBook(DeskFolder folder)
{
    private DeskSettings _value = DeskSettingsFile.Read(folder.SettingsFile);

    public DeskSettings Value => Volatile.Read(ref _value);

    public DeskWords Words => DeskWords.Of(Value.Language);

    public TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(Value.TimeZone, out var zone) ? zone : TimeZoneInfo.Local;

    public Rota Rota => new(Value.Shifts, Zone);

    public void Save(DeskSettings settings)
    {
        DeskSettingsFile.Write(folder.SettingsFile, settings);
        Volatile.Write(ref _value, settings);
    }
}
