using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IntakeBot.Cli;

/// <summary>What the running server answers to the operator, whole or not at all.</summary>
internal static class OperatorAnswer
{
    public static async Task<T> ReadAsync<T>(Stream answer, JsonTypeInfo<T> type)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(answer, type) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new InvalidDataException("The server gave no whole answer; look into its log and try again.");
        }
    }
}
