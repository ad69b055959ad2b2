namespace IntakeBot.Tests.Proof;

/// <summary>The trait of a long run: <c>[Fact(Explicit = true), Trait(ProofTrait.Name, "crash")]</c> is what <c>./build prove crash</c> runs.</summary>
internal static class ProofTrait
{
    public const string Name = "prove";
}
