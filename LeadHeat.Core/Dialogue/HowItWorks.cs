using LeadHeat.Core.Retrieval;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Tells a question of how things work (<c>can foreigners own a flat in the Marina?</c>) from one for what is on offer (<c>do you have flats in the Marina?</c>).</summary>
internal static class HowItWorks
{
    // What a search says beside the values that it searches for.
    private static readonly HashSet<string> Search = [.. Analyzer.Terms(
        "buy buying purchase need want wish like look looking search searching find get got have show see send suggest recommend tell option options available availability list listing "
        + "home house flat apartment property properties villa unit plot place project building tower room bedroom bhk budget price cost area locality location city town community side "
        + "near nearby close around within under below above between good best better nice cheap affordable big large small new old ready furnished any some other another more left still now please "
        + "me my us our family wife husband kids son daughter parents friend")];

    // "Do you have", "can you show": asks for something, not how it is.
    private static readonly HashSet<string> OfUs = new(["you", "u", "we", "i"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Getting = new(["have", "show", "send", "see", "find", "get", "suggest", "give", "visit"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Amounts = new(["loan", "time", "space", "notice", "advance", "deposit", "down", "downpayment", "money", "work", "experience"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it begins as questions do and has a subject beside what could be searched for.</summary>
    public static bool IsAsked(Understood message) =>
        Asking.Is(message) && !AsksToGet(message.Text) && SubjectOf(message).Count > 0;

    /// <summary>Whether it speaks of something beside what could be searched for.</summary>
    public static bool NamesSubject(Understood message) => SubjectOf(message).Any(AnswerPicker.HasSubject);

    /// <summary>"How much loan can I get?" asks for no price; "how much is it?" does.</summary>
    public static bool AsksAmountOf(string text)
    {
        const string HowMuch = "how much ";
        var at = text.IndexOf(HowMuch, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && text[(at + HowMuch.Length)..].Split(' ', 2)[0].TrimEnd('?') is { Length: > 0 } next && Amounts.Contains(next);
    }

    private static HashSet<string> SubjectOf(Understood message) => [.. Analyzer.Terms(BesideValues(message)).Where(stem => !Search.Contains(stem) && !stem.Any(char.IsDigit))];

    private static bool AsksToGet(string text)
    {
        var words = text.Split([' ', ',', '?', '.', '!'], StringSplitOptions.RemoveEmptyEntries);
        for (var at = 1; at < words.Length; at++)
        {
            if (Getting.Contains(words[at]) && OfUs.Contains(words[at - 1]))
                return true;
        }
        return false;
    }

    /// <summary>The message without what was understood: "what about plots?" names what is searched for and asks nothing beside.</summary>
    public static string BesideValues(Understood message)
    {
        var rest = message.Text.ToCharArray();
        foreach (var span in message.Values.SelectMany(value => value.Spans))
            rest.AsSpan(span.Start, span.Length).Fill(' ');
        return new(rest);
    }
}
