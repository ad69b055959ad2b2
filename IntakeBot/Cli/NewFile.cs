namespace IntakeBot.Cli;

/// <summary>A file that a verb is going to make.</summary>
internal static class NewFile
{
    /// <summary>Adds why it cannot be made there, before anything is drawn for it.</summary>
    public static void Check(string file, ICollection<string> problems)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file));
        if (Path.Exists(file))
        {
            problems.Add($"{file}: exists already and is not overwritten");
        }
        else if (!Directory.Exists(folder))
        {
            problems.Add($"{file}: there is no folder {folder}; make it first");
        }
    }
}
