namespace LeadHeat.Core.Knowledge;

/// <summary>
/// A section of a document may end with a line of the questions that it answers, in customers' words: <c>_Can I cancel any time? How do we get out?_</c>.
/// It is searched, and never quoted: a question states nothing.
/// </summary>
public static class AskedAs
{
    /// <summary>The lines of questions in a text, one after another; empty when there are none.</summary>
    public static string In(string text) => string.Join(' ', text.Split('\n').Where(IsQuestions));

    /// <summary>The text without its lines of questions.</summary>
    public static string Without(string text) => text.Contains('?') ? string.Join('\n', text.Split('\n').Where(line => !IsQuestions(line))) : text;

    /// <summary>The text with spaces for its lines of questions: all else stands where it stood.</summary>
    public static string Blanked(string text) =>
        text.Contains('?') ? string.Join('\n', text.Split('\n').Select(line => IsQuestions(line) ? new string(' ', line.Length) : line)) : text;

    /// <summary>Whether a line is one of questions; not what a list asks: <c>* Is it free?</c></summary>
    public static bool IsQuestions(string line) => line.Length > 1 && line[0] is '_' or '*' && line[1] != ' ' && line.TrimEnd(' ', '\r', '_', '*').EndsWith('?');
}
