namespace IntakeBot.Tests.Desk;

/// <summary>Tests with browsers at desks: one after the other, at the same two desks.</summary>
[CollectionDefinition(Name)]
public sealed class DeskBrowsers : ICollectionFixture<DeskRigs>
{
    public const string Name = "desks in browsers";
}
