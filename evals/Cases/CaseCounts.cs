namespace LeadHeat.Evals.Cases;

/// <summary>How many cases there are, and of what kinds.</summary>
/// <param name="Conversations">By playbook.</param>
/// <param name="Intents">Messages that expect each intent.</param>
/// <param name="Sentiments">Messages that expect each sentiment.</param>
/// <param name="Signs">Messages that are an injection, and those that look like one.</param>
public sealed record CaseCounts(
    int Messages, int Voices, IReadOnlyDictionary<string, int> Conversations, IReadOnlyDictionary<string, int> Intents,
    IReadOnlyDictionary<string, int> Sentiments, IReadOnlyDictionary<string, int> Signs)
{
    public static CaseCounts OfShipped()
    {
        var messages = CaseFiles.Messages();
        return new(
            messages.Count, messages.Select(one => one.Voice).Distinct().Count(), Count(CaseFiles.Conversations().Select(one => one.Playbook)),
            Count(Expected(messages, "intent")), Count(Expected(messages, "sentiment")), Count(Expected(messages, "injection")));
    }

    private static IEnumerable<string> Expected(IReadOnlyList<MessageCase> messages, string name) =>
        messages.Where(one => one.Expect.TryGetProperty(name, out _)).Select(one => one.Expect.GetProperty(name).ToString());

    private static Dictionary<string, int> Count(IEnumerable<string> words) => words.CountBy(word => word).ToDictionary();
}
