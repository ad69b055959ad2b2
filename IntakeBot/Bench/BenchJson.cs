using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntakeBot.Bench;

/// <summary>What the bench's processes tell each other, and what it tells.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BenchReport))]
[JsonSerializable(typeof(PhaseResult))]
internal sealed partial class BenchJson : JsonSerializerContext
{
    /// <summary>The same, one value on one line.</summary>
    public static BenchJson Lines { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase });
}
