using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Retrieval;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Tells what a message asks that the documents may answer, and how they are asked for it.</summary>
internal static class KnowledgeQuestions
{
    private const Cues Otherwise =
        Cues.AsksForHuman | Cues.Refusal | Cues.IsBot | Cues.SmallTalk | Cues.Spam | Cues.Visit | Cues.Callback | Cues.Complaint | Cues.AsksWhy | Cues.Reset;

    // Where there are units, these are about them.
    private const Cues AboutUnits = Cues.Cheaper | Cues.Expensive | Cues.Discount | Cues.More;

    // "Theirs is 1,400 a month, how much is yours?" asks nothing else.
    private const string Costs = "what does it cost";
    private static readonly string[] Bare = ["yours", "theirs", "hundreds", "thousands", "lakhs"];

    // Documents speak of prices where people ask what it costs.
    private const string Price = " price";

    private const int ShortestQuestion = 4;
    private const int LongestQuestion = 900;
    private const int MostQuestions = 2;
    private const double SurelyPrice = 0.6;

    // "And for it?" says nothing without the sentence before it.
    public const int WordsToStandAlone = 2;

    // "Where is it stored and are you certified?" asks two things.
    private static readonly string[] Joints = [" and are you ", " and do you ", " and can you ", " and is there ", " and what ", " and where ", " and how "];

    private static readonly string[] AboutHours = ["what time", "which day", "what day", "timing", "hours", "how long", "how does", "how do", "is it free", "does it cost", "weekends"];

    /// <summary>The questions for the documents; none when the message asks nothing that they could answer.</summary>
    public static IReadOnlyList<string> QuestionsOf(PlannedTurn turn)
    {
        if (turn.Playbook.Knowledge.Count == 0)
            return [];
        if (turn.Accepted is { Action: CoachingAction.Topic } rule)
            return [$"{rule.Topic!.Replace('_', ' ')} {turn.Facts.FirstOrDefault(fact => fact.Field == turn.Playbook.Inventory?.Areas)?.Display}".Trim()];
        var message = turn.Understood;
        if (message.Text.Length is < ShortestQuestion or > LongestQuestion || AboutUs.Is(message.Text) && turn.Playbook.Replies.ContainsKey(AboutUs.Key) || Telling.IsPlain(message) || message.Has(Cues.SaidBefore) && !message.Has(Cues.Question) || IsForOthers(turn) || !(Asks(turn) || IsPuzzling(turn)))
            return [];
        if (PassageFit.TopicOf(turn)?.Asks is { } asks && !message.Injection)
            return [asks + PassageFit.Unsaid(turn)];
        var price = AsksPrice(turn);
        if (AreaMeant(turn) is { } area)
            return [$"{message.Text[(message.Text.LastIndexOf(',') + 1)..].Trim()} {area}"];
        var sentences = Sentences(WithoutOrders(message));
        if (sentences.Count == 0 && !message.Injection)
            sentences = [message.Text];
        return price ? [.. sentences.Select(PriceQuestion)] : [.. sentences.Where(sentence => message.Topic is not null || !IsVague(sentence)).Select(sentence => sentence + PassageFit.Unsaid(turn))];
    }

    // "How many are left?", "is that enough?": what they mean was said before, and no document knows it.
    private static readonly HashSet<string> Vague = [.. Analyzer.Terms("left enough unit number recommend suggest side both best better one ones option options choose same fine sale only prefer pick those")];

    private static bool IsVague(string question) =>
        Analyzer.Terms(question) is var terms && terms.Exists(Vague.Contains) && terms.TrueForAll(term => Vague.Contains(term) || !AnswerPicker.HasSubject(term));

    private static readonly string[] Placed = ["schools", "area_life"];
    private static readonly string[] There = ["there", "that area", "this area", "near it", "around it", "near that", "near this"];

    // "Schools near the second one", "is it safe there?": what is asked of a place is asked of the home's.
    private static string? AreaMeant(PlannedTurn turn)
    {
        var message = turn.Understood;
        if (!Placed.Contains(message.Topic) || message.Find(FactFields.Areas) is not null)
            return null;
        if (message.Reference is null && !There.Any(words => message.Text.Contains(words, StringComparison.OrdinalIgnoreCase)))
            return null;
        var shown = Planner.LastShown(turn.Context);
        return (UnitAnswers.Meant(turn, shown) ?? (shown.Select(unit => unit.Area).Distinct().Count() == 1 ? shown[0] : null))?.Area;
    }

    private static string PriceQuestion(string sentence) => (NamesNothing(sentence) ? Costs : sentence) + Price;

    private static bool NamesNothing(string question)
    {
        foreach (var word in Bare)
            question = question.Replace(word, "", StringComparison.OrdinalIgnoreCase);
        return !AnswerPicker.HasSubject(question);
    }

    // "What time can I visit?" asks before it books.
    private static Cues Excluded(PlannedTurn turn)
    {
        var excluded = turn.Playbook.HasInventory ? Otherwise | AboutUnits : Otherwise;
        return AboutHours.Any(words => turn.Understood.Text.Contains(words, StringComparison.OrdinalIgnoreCase)) ? excluded & ~Cues.Visit : excluded;
    }

    private static bool IsForOthers(PlannedTurn turn)
    {
        var message = turn.Understood;
        if (Alternatives.AreCounted(turn))
            return true;
        // "Who are your customers? Any case study?" asks before it wants to read.
        if (!turn.Playbook.HasInventory && message.Topic == "brochure" && message.Text.IndexOf('?', StringComparison.Ordinal) is > 0 and var end && end < message.Text.Length - 1)
            return false;
        return message.Topic is { } topic ? UnitTalk.FromData.Contains(topic) || UnitAnswers.AreMeant(turn)
            : message.Has(Excluded(turn)) || UnitAnswers.AreMeant(turn);
    }

    // What nothing else is made of may be a question with typing errors.
    private static bool IsPuzzling(PlannedTurn turn) => turn.NewFacts.Count == 0 && turn.Understood is { Unwanted.Count: 0, Values.Count: 0, Cues: Cues.None, LeftOpen.Count: 0 }
        && Analyzer.Terms(turn.Understood.Text).Count >= WordsToStandAlone;

    private static bool Asks(PlannedTurn turn)
    {
        var message = turn.Understood;
        if (turn.Playbook.HasInventory && message.Values.Count > 0 && !AnswerPicker.HasSubject(HowItWorks.BesideValues(message)))
            return false;
        return message.Topic is not null
            || (message.Has(Cues.Question) || (turn.NewFacts.Count == 0 && message.Intent is Intent.ProductQuestion or Intent.PriceQuestion)) && !IsAboutOffer(turn);
    }

    /// <summary>Whether it asks what something costs.</summary>
    public static bool AsksPrice(PlannedTurn turn) => turn.Understood.Topic is null && !HowItWorks.AsksAmountOf(turn.Understood.Text)
        && (turn.Understood.Has(Cues.Price) || (!turn.Playbook.HasInventory && turn.Understood.Intents is [{ Name: Intent.PriceQuestion, Score: >= SurelyPrice }, ..]));

    /// <summary>Whether it asks about a subject of the documents and names no more than a place: what is the service charge in JVC, stamp duty Bangalore.</summary>
    public static bool IsSubjectOfPlace(PlannedTurn turn) => UnitAnswers.IsOfDocuments(turn.Understood.Topic) && !turn.Understood.Has(Cues.Search | Cues.Visit | Cues.Availability | Cues.More)
        && turn.Understood.Values is { Count: > 0 } values && values.All(value => value.Field is FactFields.City or FactFields.Areas);

    // What gives the bot orders is no question; what stands beside it may be one.
    private static string WithoutOrders(Understood message) => message.InjectionSpan is { } span ? message.Text.Remove(span.Start, span.Length) : message.Text;

    // What is asked, without the greeting and the facts around it.
    private static List<string> Sentences(string text)
    {
        List<string> questions = [];
        for (int start = 0, i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('.' or '!' or '?' or ';' or '\n') || (i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1])))
                continue;
            var sentence = text[start..i].Trim();
            start = i + 1;
            if (text[i] != '?')
                continue;
            var parts = sentence.Split(Joints, StringSplitOptions.TrimEntries);
            foreach (var question in parts)
            {
                if (Analyzer.Terms(question).Count < (parts.Length > 1 ? 1 : WordsToStandAlone))
                    return [];
                questions.Add(Asking.LastQuestion(question));
            }
        }
        return questions.Count <= MostQuestions ? questions : [];
    }

    // "Do you have 2 BHKs in Hebbal?" is a search, "how much is it?" a price.
    private static bool IsAboutOffer(PlannedTurn turn) => turn.Playbook.HasInventory && !HowItWorks.IsAsked(turn.Understood)
        && (turn.Understood.Intent == Intent.PropertySearch || turn.Understood.Has(Cues.Compare | Cues.Search)
            || (turn.Understood.Has(Cues.Price | Cues.Availability) && (turn.NewFacts.Count > 0 || Analyzer.Terms(turn.Understood.Text).Count < WordsToStandAlone)));
}
