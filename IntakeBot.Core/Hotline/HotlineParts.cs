using IntakeBot.Core.Conversations;
using IntakeBot.Core.Covers;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Core.Hotline;

/// <summary>What a hotline is composed of.</summary>
public sealed record HotlineParts
{
    /// <summary>The bot's account id: what stands before the colon of its token. Bound into every button.</summary>
    public required long Bot { get; init; }

    public required Shelf Questionnaires { get; init; }

    public required SealedStore Store { get; init; }

    public required ServerKey Key { get; init; }

    /// <summary>Whom a desk's intakes are sealed to on a day; null: nobody, and then nothing may be begun.</summary>
    public required Func<string, Day, Recipients?> Recipients { get; init; }

    /// <summary>
    /// Held from before <see cref="Recipients"/> are asked until the intake is on the disk, so that who changes them can wait for
    /// what was sealed to the earlier ones.
    /// </summary>
    public Func<IDisposable>? Beginning { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>Prepares receipt codes and opens what is typed: one for all bots of a server, because its memory is.</summary>
    public required CodeLane Codes { get; init; }

    /// <summary>Stands before <see cref="Codes"/>; one for all bots as well.</summary>
    public required CodeGate CodeGate { get; init; }

    /// <summary>This bot's harmless face; null: the plain card of the language.</summary>
    public Cover? Cover { get; init; }

    /// <summary>What opens the gate behind the cover.</summary>
    public EntryWords Entry { get; init; } = EntryWords.None;

    /// <summary>Language of the cover in a chat of which nothing is known.</summary>
    public byte CoverLanguage { get; init; }

    /// <summary>What may be read beside the questions.</summary>
    public Booklet Booklet { get; init; } = Booklet.Empty;

    /// <summary>True while nothing may be begun because the operator says so.</summary>
    public bool IsClosed { get; init; }

    public FloodLimits Limits { get; init; } = new();

    public Retention Retention { get; init; } = new();

    /// <summary>Which day it is, where that is more than a look at the clock.</summary>
    public Func<Day>? Today { get; init; }
}
