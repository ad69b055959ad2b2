namespace IntakeBot.Core.Questionnaires;

/// <summary>Reads the countries of <c>numbers.yaml</c>.</summary>
internal sealed class NumbersReader(IReadOnlyList<string> tags, Findings findings)
{
    private const int MostCountries = 20;
    private const int MostDigits = 16;

    private readonly TextsReader _texts = new(tags, findings);

    public EmergencyNumbers Read(Node? root)
    {
        var fields = Fields.Of(root, "this file", findings, "checked_by", "countries");
        var checkers = fields?.Need("checked_by") switch
        {
            Node.List { Items: [] } => [],
            var list => list?.AsList("checked_by", findings)?.Items ?? [],
        };
        var countries = fields?.Need("countries")?.AsList("countries", findings)?.Items ?? [];
        if (countries.Count > MostCountries)
        {
            findings.Add(countries[MostCountries].Line, $"{countries.Count} countries are too many: one screen offers {MostCountries}");
        }

        return new()
        {
            CheckedBy = [.. checkers.Select(n => n.AsText("checked_by", findings)?.Value).OfType<string>()],
            Countries = [.. countries.Select(Country)],
        };
    }

    private Country Country(Node node)
    {
        var fields = Fields.Of(node, "a country", findings, "name", "numbers");
        var lines = fields?.Need("numbers")?.AsList("numbers", findings)?.Items ?? [];
        return new() { Names = _texts.Read(fields?.Need("name"), "name", PersonText.Label), Lines = [.. lines.Select(Line)] };
    }

    private (string, IReadOnlyList<string>) Line(Node node)
    {
        var fields = Fields.Of(node, "a number", findings, "number", "what");
        var number = fields?.Need("number")?.AsText("number", findings);
        if (number is not null && (number.Value.Length > MostDigits || !number.Value.All(c => char.IsAsciiDigit(c) || c is '+' or '#' or '*' or ' ' or '-')))
        {
            findings.Add(number.Line, $"number {number} is none that a phone can call: digits, +, #, *, - and spaces, {MostDigits} at most");
        }

        return (number?.Value ?? "", _texts.Read(fields?.Need("what"), "what", PersonText.Line));
    }
}
