using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntakeBot.Core.Exchange;

/// <summary>How the Exchange's JSON is written and read: unknown, missing and repeated names are refused.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ManifestPage))]
[JsonSerializable(typeof(ExchangeLogPage))]
[JsonSerializable(typeof(RosterPack))]
[JsonSerializable(typeof(QuestionnairePack))]
public sealed partial class ExchangeJson : JsonSerializerContext;
