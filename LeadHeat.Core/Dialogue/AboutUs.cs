using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Tells in a sentence what the business does, to who asks just that: <c>what is this?</c>, <c>what do you guys do?</c></summary>
internal static class AboutUs
{
    /// <summary>What a playbook says of itself, and the rule's name.</summary>
    public const string Key = "about_us";

    // A long message asks it beside other things.
    private const int LongestQuestion = 60;

    // What may stand around the question without changing it.
    private static readonly HashSet<string> Around =
        [.. "hi hello hey so ok okay but and then um well sorry please pls exactly actually even really guys people all anyway here again sir madam bhai ji log now just first".Split(' ')];

    private static readonly HashSet<string> Asked =
    [
        "what is this", "whats this", "what is this about", "whats this about", "what is this for", "whats this for", "what is this site", "what is this website", "what is this company", "what is this chat", "what is it", "what is it you do",
        "what do you do", "what do u do", "what does your company do", "what does this company do", "what does the company do", "what does your business do", "what does it do", "what does this do", "what do you offer", "what do you sell",
        "what are you selling", "what are you offering", "what are you about", "what is your business", "whats your business", "what is your company", "what can you do", "what can you do for me", "what can you do for us", "what can you help with",
        "what can you help me with", "how can you help", "how can you help me", "tell me about your company", "tell me about your business", "tell me about yourselves", "tell me what you do", "tell us what you do", "explain what you do",
        "who are you and what do you do", "what kind of company are you", "what kind of company is this", "what sort of company are you", "aap kya karte ho", "aap kya karte hain", "kya karte ho", "kya karte ho aap", "tum kya karte ho", "aap kya karte",
        "aap kya bechte ho", "kya bechte ho", "ye kya hai", "yeh kya hai", "kya hai ye", "kya hai yeh",
    ];

    /// <summary>Whether the message asks it and nothing else.</summary>
    public static bool Is(string text) =>
        text.Length <= LongestQuestion && Asked.Contains(string.Join(' ', PhraseWords.Of(text).Where(word => !Around.Contains(word))));

    /// <summary>Tells it; false when it is not asked, or the playbook has no words for it.</summary>
    public static bool Write(Draft draft)
    {
        if (!draft.Phrasing.Knows(Key) || !Is(draft.Message.Text) || draft.Shown.Count > 0)
            return false;
        draft.Note(Key, "Asks what we do");
        draft.Add(draft.Phrasing.Say(Key));
        draft.Answered = true;
        return true;
    }
}
