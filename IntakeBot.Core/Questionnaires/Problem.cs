namespace IntakeBot.Core.Questionnaires;

/// <summary>One thing to mend in a file. <paramref name="Line"/> counts from 1; 0 where the whole file is meant.</summary>
public sealed record Problem(string File, int Line, string What)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {What}" : $"{File}: {What}";
}
