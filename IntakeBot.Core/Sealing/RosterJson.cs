using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntakeBot.Core.Sealing;

/// <summary>How the files of the roster are read and written: unknown, missing and repeated names are refused.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(RosterDocument))]
[JsonSerializable(typeof(MemberDocument))]
[JsonSerializable(typeof(RosterPin))]
[JsonSerializable(typeof(RosterProposalDocument))]
[JsonSerializable(typeof(SignedProposalDocument))]
internal sealed partial class RosterJson : JsonSerializerContext
{
    /// <summary>The serializer refuses null for a list, but not within one.</summary>
    public static T[] Filled<T>(T[] list)
        where T : class =>
        list.Contains(null) ? throw new JsonException("null stands in a list; take it out.") : list;
}
