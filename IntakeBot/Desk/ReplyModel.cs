namespace IntakeBot.Desk;

/// <summary>What the pages of a reply show.</summary>
public sealed record ReplyModel
{
    public required string Handle { get; init; }

    public required string Text { get; init; }

    /// <summary>Tag of the text's language.</summary>
    public required string Language { get; init; }

    /// <summary>Tags and names of the languages of the questionnaire.</summary>
    public IReadOnlyList<(string Tag, string Name)> Languages { get; init; } = [];

    /// <summary>Templates by group: id, when to use it, in her language, and in the staff member's.</summary>
    public IReadOnlyList<(string Group, IReadOnlyList<ShownTemplate> Templates)> Templates { get; init; } = [];

    /// <summary>What speaks against writing to her.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What speaks against this text, and the piece of it.</summary>
    public IReadOnlyList<(string Why, string Piece)> Findings { get; init; } = [];

    /// <summary>Why it cannot be sent at all.</summary>
    public string? Problem { get; init; }

    /// <summary>What the text says in the staff member's language, where it is a template's; null: nobody has checked.</summary>
    public string? Meaning { get; init; }

    /// <summary>Her answers' labels, below the text as she sees it.</summary>
    public IReadOnlyList<string> Buttons { get; init; } = [];

    /// <summary>What happens when it is sent.</summary>
    public string Next { get; init; } = "";

    /// <summary>Name of the draft, where it waits for a second member.</summary>
    public string? Draft { get; init; }

    /// <summary>Who wrote the draft.</summary>
    public string? Author { get; init; }

    /// <summary>False where this member wrote it: another one has to read it.</summary>
    public bool MayApprove { get; init; }

    public override string ToString() => nameof(ReplyModel);
}
