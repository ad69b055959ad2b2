using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Desk;

/// <summary>Which part of the queue somebody wants to see.</summary>
internal sealed record QueueWish(Level? Level, QueuePart Part, string? Language, int Page)
{
    public const int PageSize = 50;

    /// <summary>Whatever is not understood is no wish.</summary>
    public static QueueWish Of(IQueryCollection query) => new(
        Enum.TryParse<Level>(query["level"], out var level) && Enum.IsDefined(level) ? level : null,
        Enum.TryParse<QueuePart>(query["part"], ignoreCase: true, out var part) && Enum.IsDefined(part) ? part : QueuePart.Open,
        query["language"] is [{ Length: > 0 and < 16 } language] ? language : null,
        int.TryParse(query["page"], System.Globalization.CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1);

    public string Query()
    {
        var parts = new List<string>();
        if (Level is { } level)
        {
            parts.Add($"level={level}");
        }

        if (Part != QueuePart.Open)
        {
            parts.Add($"part={Part}");
        }

        if (Language is { } language)
        {
            parts.Add($"language={Uri.EscapeDataString(language)}");
        }

        if (Page > 1)
        {
            parts.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"page={Page}"));
        }

        return parts.Count == 0 ? "" : $"?{string.Join('&', parts)}";
    }
}
