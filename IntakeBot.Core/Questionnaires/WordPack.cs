namespace IntakeBot.Core.Questionnaires;

/// <summary>Which words a bot speaks in. Both ask the same questions with the same options.</summary>
public enum WordPack
{
    /// <summary><c>languages/*.yaml</c>.</summary>
    Plain,

    /// <summary><c>languages/quiet/*.yaml</c> over these: no word that tells at a glance what this is.</summary>
    Quiet,
}
