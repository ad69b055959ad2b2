using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntakeBot.Desk;

/// <summary>Pages are drawn whole, here; no script draws any.</summary>
internal static class DeskPages
{
    public static RazorComponentResult Of<TPage>(DeskFrame frame, params IEnumerable<(string Name, object? Value)> parameters)
        where TPage : IComponent =>
        new(typeof(TPage), new Dictionary<string, object?>(parameters.Select(p => KeyValuePair.Create(p.Name, p.Value)).Append(new("Frame", frame)))) { PreventStreamingRendering = true };
}
