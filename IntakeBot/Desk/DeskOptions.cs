using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>How a desk is started.</summary>
public sealed record DeskOptions
{
    /// <summary>Where everything of it lies.</summary>
    public required string Folder { get; init; }

    /// <summary>On 127.0.0.1; 0: any free one.</summary>
    public int Port { get; init; }

    /// <summary>Marks every page: nobody real is behind what it shows.</summary>
    public bool IsDrill { get; init; }

    /// <summary>A file of 'intakes export', and outboxes of colleagues, instead of a server; empty: the server that the roster names.</summary>
    public IReadOnlyList<string> Bundles { get; init; } = [];

    /// <summary>Of keys that are made here.</summary>
    public ArgonProfile Profile { get; init; } = ArgonProfile.Default;

    /// <summary>Between two rounds with the server, whether there is news or not.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromSeconds(20);

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public override string ToString() => nameof(DeskOptions);
}
