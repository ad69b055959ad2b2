using System.Text.Json.Serialization;

namespace IntakeBot.Desk;

[JsonSourceGenerationOptions(
    WriteIndented = true, UseStringEnumConverter = true, RespectNullableAnnotations = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(DeskSettings))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class DeskJson : JsonSerializerContext;
