using System.Text;
using LeadHeat.Api.Problems;

namespace LeadHeat.Api.Knowledge;

/// <summary>Gets the text out of a file that somebody sent. A file is data: nothing in it is run, fetched or shown as anything but text.</summary>
internal sealed class DocumentText(PdfText pdf)
{
    /// <summary>The largest file.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    public const string Field = "file";

    private const int MostCharacters = 2_000_000;
    private const string Markdown = "text/markdown";
    private const string Plain = "text/plain";
    private const string Pdf = "application/pdf";

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".md"] = Markdown, [".markdown"] = Markdown, [".txt"] = Plain, [".pdf"] = Pdf,
    };

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="FieldRefused">It is no text that can be read; the message says why.</exception>
    public async Task<(string MediaType, string Text)> ReadAsync(string name, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        if (!Types.TryGetValue(Path.GetExtension(name), out var type))
            throw new FieldRefused(Field, $"Files are read that end in {string.Join(", ", Types.Keys)}; this is '{name}'.");
        var isPdf = file.Span.StartsWith("%PDF-"u8);
        if (isPdf != (type == Pdf))
            throw new FieldRefused(Field, isPdf ? "It is a PDF, but its name does not end in .pdf. Please rename it." : "Its name ends in .pdf, but it is not a PDF. Please save it as one, or as text.");
        var text = Clean(isPdf ? await pdf.ReadAsync(file, cancellationToken) : Decode(file.Span));
        if (string.IsNullOrWhiteSpace(text))
            throw new FieldRefused(Field, isPdf ? "There is no text in it. Is it a scan? Then it has to go through text recognition first." : "It is empty.");
        return text.Length <= MostCharacters
            ? (type, text) : throw new FieldRefused(Field, $"It has more than {MostCharacters:N0} characters. Please split it.");
    }

    private static string Decode(ReadOnlySpan<byte> file)
    {
        if (file.Contains((byte)0))
            throw new FieldRefused(Field, "It is not a text file, though its name says so. Please save it as text, Markdown or PDF.");
        try
        {
            return Strict.GetString(file.StartsWith(Encoding.UTF8.Preamble) ? file[Encoding.UTF8.Preamble.Length..] : file);
        }
        catch (DecoderFallbackException wrong)
        {
            throw new FieldRefused(Field, $"Some of its letters cannot be read (byte {wrong.Index} is not UTF-8). Please save it again with the encoding UTF-8.");
        }
    }

    // One kind of line end, and no characters that print nothing and might hide something.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            if (letter is '\n' or '\t' || !char.IsControl(letter))
                clean.Append(letter);
        }

        return clean.ToString().Trim();
    }
}
