namespace IntakeBot.Desk;

/// <summary>Style sheet, script and sign, from this program itself.</summary>
internal static class AssetEndpoints
{
    private static readonly (string Name, string Type)[] Assets = [("desk.css", "text/css"), ("desk.js", "text/javascript"), ("desk.svg", "image/svg+xml")];

    public static void Map(IEndpointRouteBuilder desk)
    {
        foreach (var (name, type) in Assets)
        {
            var content = Read(name);
            desk.MapGet($"/{name}", () => TypedResults.Bytes(content, $"{type}; charset=utf-8"));
        }
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(AssetEndpoints).Assembly.GetManifestResourceStream($"IntakeBot.Desk.{name}")!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
