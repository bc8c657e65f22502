namespace LeadHeat.Core.Facts;

/// <summary>What a message's form told. It is stored with the message, so it is known before that is answered, and is news to the answer all the same.</summary>
public static class FormAnswers
{
    /// <summary>Those of the facts that came with the form of this message.</summary>
    public static IReadOnlyList<Fact> Of(Guid messageId, IReadOnlyList<Fact> facts)
    {
        List<Fact>? told = null;
        foreach (var fact in facts)
        {
            if (fact.SetBy == FactSource.Form && fact.Evidence.Any(words => words.MessageId == messageId))
                (told ??= []).Add(fact);
        }
        return told ?? [];
    }

    /// <summary>The facts whose fields the form did not tell.</summary>
    public static IReadOnlyList<Fact> Except(IReadOnlyList<Fact> facts, IReadOnlyList<Fact> told) =>
        told.Count == 0 ? facts : [.. facts.Where(fact => told.All(other => other.Field != fact.Field))];

    /// <summary>
    /// What is known once a form was read anew. What people, the bot or a channel say stays, and so do the answers that came with a message; what the
    /// form told before and does not tell any more is gone.
    /// </summary>
    public static IReadOnlyList<Fact> ReadAnew(IReadOnlyList<Fact> known, IReadOnlyList<Fact> told)
    {
        List<Fact> all = [];
        foreach (var fact in known)
        {
            if (fact.SetBy != FactSource.Form || fact.Evidence.Count > 0)
                all.Add(fact);
            else if (told.FirstOrDefault(now => now.Field == fact.Field) is { } now)
                all.Add(FactMerge.HasSameValue(fact.Value, now.Value) ? fact : now);
        }

        return [.. all, .. told.Where(fact => all.All(other => other.Field != fact.Field))];
    }
}
