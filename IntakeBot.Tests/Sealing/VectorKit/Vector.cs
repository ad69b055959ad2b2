using System.Text;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>One file of vectors/: headers, a blank line, parts. vectors/README.md describes it.</summary>
internal sealed class Vector
{
    public const string Success = "success";

    private const string ReadsPart = "reads";
    private const int LineLength = 76;

    private readonly List<(string Key, string Value)> _headers = [];
    private readonly List<(string Name, byte[] Bytes)> _parts = [];

    private Vector(string name) => Name = name;

    /// <summary>The file's name without its ending.</summary>
    public string Name { get; }

    /// <summary>What could be read, in lines; empty where nothing was. Null in a draft that leaves it to the program.</summary>
    public string? Reads { get; set; }

    public string Kind => this["kind"];

    /// <summary>The layer that must fail, or <see cref="Success"/>.</summary>
    public string Expect => this["expect"];

    public IReadOnlyList<(string Name, byte[] Bytes)> Parts => _parts;

    public string this[string key] => _headers.Single(h => h.Key == key).Value;

    public static Vector Draft(string name, string kind, string expect, string about) =>
        new Vector(name).With("kind", kind).With("expect", expect).With("about", about);

    public static Vector Decode(string name, string text)
    {
        var lines = new Queue<string>(text.Split('\n')[..^1]);
        var vector = new Vector(name);
        while (lines.Dequeue() is { Length: > 0 } line)
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            vector.With(line[..colon], line[(colon + 2)..]);
        }

        while (lines.TryDequeue(out var title))
        {
            var body = new List<string>();
            while (lines.TryPeek(out var line) && !line.StartsWith('['))
            {
                body.Add(lines.Dequeue());
            }

            if (title == $"[{ReadsPart}]")
            {
                vector.Reads = string.Concat(body.Select(l => l + "\n"));
            }
            else
            {
                vector.With(title[1..^1], Convert.FromBase64String(string.Concat(body)));
            }
        }

        return vector;
    }

    public Vector With(string key, string value)
    {
        _headers.Add((key, value));
        return this;
    }

    public Vector With(string part, byte[] bytes)
    {
        _parts.Add((part, bytes));
        return this;
    }

    public byte[] Part(string name) => _parts.Single(p => p.Name == name).Bytes;

    public byte[] Hex(string key) => Convert.FromHexString(this[key]);

    public string Encode()
    {
        var text = new StringBuilder();
        text.AppendJoin("", _headers.Select(h => $"{h.Key}: {h.Value}\n")).Append('\n');
        foreach (var (name, bytes) in _parts)
        {
            text.Append('[').Append(name).Append("]\n");
            text.AppendJoin("", Convert.ToBase64String(bytes).Chunk(LineLength).Select(c => new string(c) + "\n"));
        }

        return text.Append('[').Append(ReadsPart).Append("]\n").Append(Reads).ToString();
    }
}
