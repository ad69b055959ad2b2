using System.Text.Json.Serialization;

namespace IntakeBot.Bench;

/// <summary>What <c>proof --json</c> writes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(ProofStoreReport))]
[JsonSerializable(typeof(ProofServerReport))]
[JsonSerializable(typeof(CodeTimingReport))]
internal sealed partial class ProofJson : JsonSerializerContext;
