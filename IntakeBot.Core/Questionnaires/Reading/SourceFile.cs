using System.Text;

namespace IntakeBot.Core.Questionnaires;

/// <summary>One file of the config folder as text: UTF-8, no byte order mark, LF line ends, 256 KiB at most.</summary>
internal sealed class SourceFile
{
    public const int MaxBytes = 256 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private SourceFile(string name) => (Name, Findings) = (name, new(name));

    /// <summary>Relative to the config folder, with a slash.</summary>
    public string Name { get; }

    public Findings Findings { get; }

    /// <summary>"" where it could not be read.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Null where it could not be read.</summary>
    public Node? Root { get; private set; }

    public static SourceFile Read(string folder, string name)
    {
        var file = new SourceFile(name);
        try
        {
            using var stream = File.OpenRead(Path.Combine(folder, name));
            var buffer = new byte[MaxBytes + 1];
            var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            file.Take(buffer.AsSpan(0, count));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            file.Findings.Add(0, "the file is missing: put it into the config folder");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            file.Findings.Add(0, "the file cannot be read: look at its permissions");
        }

        return file;
    }

    /// <summary>What came from elsewhere than a folder.</summary>
    public static SourceFile Of(string name, ReadOnlySpan<byte> content)
    {
        var file = new SourceFile(name);
        file.Take(content);
        return file;
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            Findings.Add(0, "the file is larger than 256 KiB: take out what nobody reads");
            return;
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        try
        {
            Text = Strict.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        }
        catch (DecoderFallbackException broken)
        {
            Findings.Add(LineOf(bytes[..broken.Index]), "not UTF-8: save the file with the encoding UTF-8");
            return;
        }

        Root = YamlReader.Read(Text, Findings);
    }

    /// <summary>The number of the line that follows these bytes, whichever line ends they have.</summary>
    private static int LineOf(ReadOnlySpan<byte> before) =>
        1 + before.Count((byte)'\n') + before.Count((byte)'\r') - before.Count("\r\n"u8);
}
