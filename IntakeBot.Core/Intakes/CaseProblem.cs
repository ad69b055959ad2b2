namespace IntakeBot.Core.Intakes;

/// <summary>What staff have to know about the events of a case: something is missing, or somebody says two things.</summary>
public abstract record CaseProblem
{
    private CaseProblem()
    {
    }

    /// <summary>An event follows one that is not there: not fetched yet, damaged, or kept back by the server.</summary>
    public sealed record MissingParent(byte Author, ushort Counter, EventHash Parent) : CaseProblem;

    /// <summary>Two different events of one author under one counter: two machines with one identity, or a lie.</summary>
    public sealed record Fork(byte Author, ushort Counter) : CaseProblem;

    /// <summary>A later event of the author is there, this one is not.</summary>
    public sealed record Gap(byte Author, ushort Counter) : CaseProblem;

    /// <summary>Nobody can check who wrote it: see <see cref="KnownEvent"/>.</summary>
    public sealed record Unverified(byte Author, ushort Counter) : CaseProblem;
}
