using System.Text.Json.Serialization;
using IntakeBot.Core.Storage;

namespace IntakeBot.Cli;

/// <summary>What --json writes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InitReport))]
[JsonSerializable(typeof(CheckReport))]
[JsonSerializable(typeof(RosterReport))]
[JsonSerializable(typeof(List<IntakeLine>))]
[JsonSerializable(typeof(List<IntakeReport>))]
[JsonSerializable(typeof(List<RepliesReport>))]
[JsonSerializable(typeof(ScrubReport))]
[JsonSerializable(typeof(int))]
internal sealed partial class CliJson : JsonSerializerContext;
