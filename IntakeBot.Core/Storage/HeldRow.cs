using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>A row that is there, as the writer needs to know it. No door: a cold row, or damaged. No version: too damaged to say, and no expectation fits.</summary>
internal sealed record HeldRow(RowVersion? Version, Door? Door);
