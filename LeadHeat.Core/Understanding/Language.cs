using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding.Classifying;

namespace LeadHeat.Core.Understanding;

/// <summary>The language layer: understands one message. Pure and deterministic; time grows with the text's length and no faster.</summary>
public static class Language
{
    /// <summary>Characters that are read; what is longer is cut off.</summary>
    public const int Longest = 20_000;

    private const double SureSpam = 0.9;
    private const double Clear = 0.6;
    private const int FewestOfSpam = 10;
    private const int FewestOfComplaint = 8;
    private const int LongestSubject = 6;

    /// <summary>Understands a message.</summary>
    /// <param name="text">What the visitor wrote.</param>
    /// <param name="playbook">The business.</param>
    /// <param name="dialogue">What was asked last decides what "3" and "yes" mean.</param>
    /// <param name="known">What is known: a known city decides what a bare amount's currency is.</param>
    /// <param name="now">What "next month" counts from.</param>
    /// <param name="region">The country of phone numbers without a country code, where no city is known; null for the playbook's.</param>
    public static Understood Understand(
        string text, Playbook playbook, DialogueState dialogue, IReadOnlyList<Fact> known, DateTimeOffset now, string? region = null)
    {
        var scan = Read(text, playbook, dialogue, known, now, region);
        var judged = Judgement.Of(scan);
        TooMuch.Drop(scan);
        // Who sells to us has no budget here: "10k followers for $99, this week only".
        if (scan.Tokens.Length > FewestOfSpam && judged is { Intent: Intent.Spam, Intents: [{ Score: > SureSpam }, ..] })
            scan.Values.RemoveAll(value => value.Field is FactFields.Budget or FactFields.Timeline);
        if (judged is { Intent: Intent.ObjectionPrice, Intents: [{ Score: > Clear }, ..] } && scan.Find(FactFields.Budget) is { } priced && IsPriceOf(scan, priced))
            scan.Values.Remove(priced);
        // "You called me six times in two days" tells of what went wrong, not of when something is wanted.
        if (judged is { Intent: Intent.Complaint, Intents: [{ Score: > Clear }, ..] } && scan.Tokens.Length >= FewestOfComplaint
            && scan.Text.Contains("you", StringComparison.OrdinalIgnoreCase) && !scan.Answers(FactFields.Timeline) && !scan.Cues.HasFlag(Cues.Search))
            scan.Values.RemoveAll(value => value.Field == FactFields.Timeline && !MonthSaid.IsTold(scan, scan.TokenAt(value.Spans[0].Start)) && !MonthSaid.IsOwnMove(scan, scan.TokenAt(value.Spans[0].Start)) && !TimeNeeded.IsIt(scan, scan.TokenAt(value.Spans[0].Start)));
        HomeCity.Note(scan);
        return new(
            scan.Text, scan.Values, judged.Intent, scan.Cues, scan.Topic, Fields(scan, Cues.Refusal), scan.Reference, judged.Frustration)
        {
            LeftOpen = Fields(scan, Cues.DoesNotKnow),
            AskedFeatures = scan.AskedFeatures,
            Unwanted = scan.Unwanted,
            Doubts = scan.Objections,
            Intents = judged.Intents,
            Sentiment = judged.Sentiment,
            Signals = scan.Signals,
            InjectionSpan = judged.Injection,
            EmailSuggestion = scan.EmailSuggestion,
            CallHours = scan.CallHours,
            NamedFields = [.. scan.FieldNouns.Distinct()],
            IsLoud = Temper.IsLoud(scan),
        };
    }

    // "2 crore for a shoebox": what is complained of, not what will be spent.
    private static bool IsPriceOf(Scan scan, FoundValue budget)
    {
        var (first, end) = (scan.TokenAt(budget.Spans[0].Start), scan.TokenAt(budget.Spans[0].End));
        return (first == 0 || scan.Tokens[first - 1].Kind == TokenKind.Symbol) && scan.IsWord(end, "for") && scan.Is(end + 1, KeyKind.Article);
    }

    /// <summary>Finds the values and cues of a message.</summary>
    internal static Scan Read(string text, Playbook playbook, DialogueState dialogue, IReadOnlyList<Fact> known, DateTimeOffset now, string? region = null)
    {
        var scan = new Scan(text.Length > Longest ? text[..Longest] : text, playbook, dialogue, known, now) { DefaultRegion = region };
        HomeCity.Find(scan);
        EmailScanner.Run(scan);
        PhoneScanner.Run(scan);
        NameFinder.RunSure(scan);
        PlaceFinder.Take(scan);
        FindQuestion(scan);
        PhraseWalk.Run(scan);
        LetDowns.Find(scan);
        CallHours.Find(scan);
        SaidAlready.Find(scan);
        HumanWish.FindOne(scan);
        BedsScanner.Run(scan);
        SizeScanner.Run(scan);
        VisitFinder.Run(scan);
        CountFinder.Run(scan);
        CountOwner.Find(scan);
        TimelineScanner.Run(scan);
        MoneyScanner.Run(scan);
        Amended.Run(scan);
        ReferenceFinder.Run(scan);
        CompanyFinder.Run(scan);
        AnswerFinder.FindNamed(scan);
        NameFinder.Run(scan);
        ChoiceSigns.Find(scan);
        ChoiceFinder.ReadYesOrNo(scan);
        AnswerFinder.TakeText(scan);
        OnlyAsking.Run(scan);
        // What is asked of another type of customer is no answer here: a running café's old machine is no wish for one. Who tells how to reach him, what he spends or when tells it whoever he is.
        if ((scan.Find(Scan.CustomerType)?.Value.Text ?? scan.Dialogue.CustomerType) is { } type)
            scan.Values.RemoveAll(value => scan.Playbook.Field(value.Field) is { } field && !field.IsFor(type) && field.Kind is not (FieldKind.Name or FieldKind.Email or FieldKind.Phone or FieldKind.Money or FieldKind.Timeline));
        // "Possession in 2 months" is a wish, "when is possession?" a subject.
        if (scan.Values.Count > 0 && !scan.Cues.HasFlag(Cues.Question) && scan.Topic != "brochure" && !IsSubjectOfPlace(scan))
            scan.Topic = null;
        return scan;
    }

    // "Stamp duty bangalore": a subject and a place are typed as into a search box, and ask.
    private static bool IsSubjectOfPlace(Scan scan) => scan.Tokens.Length <= LongestSubject && scan.Dialogue.LastAsked is not (FactFields.Areas or FactFields.City)
        && (scan.Cues & (Cues.Search | Cues.Visit | Cues.No | Cues.Yes)) == 0 && scan.Values.TrueForAll(value => value.Field is FactFields.City or FactFields.Areas);

    private static void FindQuestion(Scan scan)
    {
        if (scan.Text.Contains('?', StringComparison.Ordinal))
            scan.Cues |= Cues.Question;
        if (scan.Text.Contains("👍", StringComparison.Ordinal))
            scan.Cues |= Cues.Yes;
        // "Will be 200 cups", "should have parking": a wish without its subject.
        if (scan.Tokens.Length > 2 && Temper.AsksByFirstWord(scan) && !IsAboutOwn(scan) && !(Wishing.At(scan, 0) is not null && !scan.Text.Contains('?', StringComparison.Ordinal)))
            scan.Cues |= Cues.Question;
    }

    // "What we own is Pipedrive", "what I'm missing is an overview": questions turn it round.
    private static bool IsAboutOwn(Scan scan) => scan.IsWord(0, "what") && Owner.At(scan, 1) is not null && Being.IsIn(scan, 2, 8) && !scan.Text.Contains('?', StringComparison.Ordinal);

    private static readonly PhraseTable<bool> Owner = new((true, "i; we; i'm; i’m; im; i've; i’ve; ive; we're; we’re; we've; we’ve; bothers; hurts; my; our"));
    private static readonly PhraseTable<bool> Being = new((true, "is; are; was; seems; isn't; isn’t"));
    private static readonly PhraseTable<bool> Wishing = new((true, "will|would|should|can|could|do|does|is|are not|be|have|need|prefer|like|want|come|take|start; is|are ready|fine|ok|okay|enough|must"));

    // The fields that the message names, or else the one asked for last.
    private static IReadOnlyList<string> Fields(Scan scan, Cues cue)
    {
        if (!scan.Cues.HasFlag(cue))
            return [];
        // "No phone number" is one phrase, and names its field all the same.
        if (cue == Cues.Refusal && scan.SpanOf(cue) is { } said && said.Of(scan.Text).Contains("phone", StringComparison.OrdinalIgnoreCase))
            scan.FieldNouns.Add(FactFields.Phone);
        IEnumerable<string> fields = scan.FieldNouns.Count > 0 ? scan.FieldNouns : scan.AskedField is { } asked ? [asked.Name] : [];
        return [.. fields.Where(field => scan.Find(field) is null).Distinct()];
    }
}
