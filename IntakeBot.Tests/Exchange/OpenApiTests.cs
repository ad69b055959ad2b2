using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Exchange;
using IntakeBot.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IntakeBot.Tests.Exchange;

/// <summary>docs/exchange.openapi.json says what the server does.</summary>
public sealed class OpenApiTests
{
    private static readonly JsonObject Document = JsonNode.Parse(File.ReadAllText(Repository.Path("docs", "exchange.openapi.json")))!.AsObject();

    private static IEnumerable<(string Path, string Method, JsonNode Operation)> Operations =>
        from path in Document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (path.Key, operation.Key.ToUpperInvariant(), operation.Value!);

    [Fact]
    public async Task Its_paths_and_methods_are_those_that_are_mapped()
    {
        await using var rig = await ExchangeRig.StartAsync();
        var mapped = rig.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => $"{e.Metadata.GetRequiredMetadata<ExchangeAccess>().Method} {e.RoutePattern.RawText}");

        Assert.Equal(mapped.Order(), Operations.Select(o => $"{o.Method} {o.Path}").Order());
    }

    [Fact]
    public void Every_place_in_a_path_is_a_parameter_and_every_operation_may_answer_404_and_429()
    {
        Assert.Equal("3.1.0", Document["openapi"]!.GetValue<string>());
        Assert.All(Operations, o =>
        {
            var named = (o.Operation["parameters"]?.AsArray() ?? []).Where(p => p!["in"]?.GetValue<string>() == "path").Select(p => p!["name"]!.GetValue<string>());
            Assert.Equal(Regex.Matches(o.Path, @"\{(\w+)\}").Select(m => m.Groups[1].Value).Order(), named.Order());
            Assert.Empty(new[] { "200", "404", "429" }.Except(o.Operation["responses"]!.AsObject().Select(r => r.Key)));
        });
        Assert.Equal(Operations.Count(), Operations.Select(o => o.Operation["operationId"]!.GetValue<string>()).Distinct().Count());
    }

    [Fact]
    public void Sizes_are_those_of_the_code()
    {
        int Body(string path) => Document["paths"]![path]!["put"]!["requestBody"]!["content"]!["application/octet-stream"]!["schema"]!["maxLength"]!.GetValue<int>();

        Assert.Equal(StanzaChange.Size, Body("/v1/rows/cold/{place}/stanzas/{rosterPlace}"));
        Assert.Equal(IntakeRemover.TokenSize, Body("/v1/rows/cold/{place}/removal"));
        Assert.Equal(EventRow.Size, Body("/v1/rows/event/{place}"));
        Assert.Equal(ReplyPut.Size, Body("/v1/rows/mailbox/{place}/replies"));
        Assert.Equal(ExchangeLogPage.Limit, Document["components"]!["schemas"]!["LogPage"]!["properties"]!["entries"]!["maxItems"]!.GetValue<int>());
        Assert.Equal(2 * ExchangeLogLink.Size, Document["components"]!["schemas"]!["LogPage"]!["properties"]!["entries"]!["items"]!["maxLength"]!.GetValue<int>());
        Assert.Contains($"up to {ExchangeLogPage.Size:N0} bytes", Document["paths"]!["/v1/log"]!["get"]!["responses"]!["200"]!["description"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(ManifestPage.Limit, Document["components"]!["schemas"]!["ManifestPage"]!["properties"]!["entries"]!["maxItems"]!.GetValue<int>());
        Assert.Contains($"up to {ManifestPage.Size:N0} bytes", Document["paths"]!["/v1/manifest"]!["get"]!["responses"]!["200"]!["description"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        Assert.All(References(Document), r =>
        {
            var node = (JsonNode)Document;
            foreach (var step in r[2..].Split('/'))
            {
                node = node[step] ?? throw new InvalidOperationException($"{r}: leads nowhere");
            }
        });
        Assert.NotEmpty(References(Document));
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => p.Key == "$ref" ? [p.Value!.GetValue<string>()] : References(p.Value)),
        JsonArray a => a.SelectMany(References),
        _ => [],
    };
}
