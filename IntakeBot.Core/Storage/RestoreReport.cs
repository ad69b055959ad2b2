namespace IntakeBot.Core.Storage;

/// <summary>What a restore has done: what the backup held, and how many of its rows were left out because somebody erased them since.</summary>
public sealed record RestoreReport(CopyCounts Found, int LeftOut, int Tombstones);
