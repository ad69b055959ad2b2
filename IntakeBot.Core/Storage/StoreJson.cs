using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntakeBot.Core.Storage;

/// <summary>How small files of the data folder are read and written: unknown, missing and repeated names are refused.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(PlacesDocument))]
internal sealed partial class StoreJson : JsonSerializerContext;
