using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Tells whether a message plainly tells something of its writer, though no field takes it: that is heard, not asked back.</summary>
internal static class Telling
{
    private const int FewestWords = 5;
    private const double Readable = 0.8;

    // The list of English words leaves such short ones out.
    private const int Short = 2;

    private static readonly HashSet<string> Themselves =
        new(["i", "im", "ive", "id", "my", "me", "we", "weve", "our", "us", "mera", "meri", "mere", "hamara", "hamari", "hamare", "hum"], StringComparer.Ordinal);

    public static bool Is(Understood message)
    {
        if (message.Has(Cues.Question | Cues.IsBot | Cues.SmallTalk | Cues.OffTopic | Cues.Spam | Cues.Injection) || message.Injection || Asking.Is(message))
            return false;
        if (IsPlain(message))
            return true;
        // "We're" is cut to "were".
        string[] words = [.. PhraseWords.Of(message.Text)];
        return words.Length >= FewestWords && (words.Any(Themselves.Contains) || words[0] == "were")
            && words.Count(word => word.Length <= Short || EnglishWords.Contains(word)) >= words.Length * Readable;
    }

    private static readonly Phrases Indifferent = new(
    [
        "dont|doesnt|wont|didnt|never care|need|needs|want|wants|require|requires|mind|matter|bother|use", "dont|doesnt|wont|didnt really|actually|even|particularly|exactly|much|honestly|specifically|necessarily care|need|want|require|mind|matter|bother|use",
        "do|does|will|did not|nt care|need|want|require|mind|matter|bother|use", "do|does|will|did not really|actually|even|particularly|exactly|much care|need|want|require|mind|matter|bother|use", "not bothered|fussed|keen|important|needed|required|necessary|relevant|essential|mandatory|compulsory", "not a|an must|priority|issue|need|concern|requirement",
        "not really|very|so|that|too|particularly bothered|interested|fussed|keen|important|needed|required|necessary", "not interested in", "couldnt|could|cant|cannot care less", "could not care less", "no need|use of|for", "have|got|has no use|need|interest", "can|could do|live|manage without", "isnt|arent|wasnt important|needed|required|necessary|essential|relevant|a",
        "never use|used|uses", "nahi|nahin chahiye|chaiye|chahie", "zaroorat|zarurat|jarurat nahi|nahin", "koi zaroorat|zarurat|farak nahi|nahin", "indifferent to|about",
    ]);

    // "I don't care, tell me about the gym": something is wanted all the same.
    private static readonly Phrases Wanting = new(["tell|show|send|explain|share|give me|us", "want|like|need|love to know|hear|see|learn|understand", "how|what|which|where|when|why|whether", "details|info|information on|about|of", "but|instead … want|need|like|looking"]);

    private static readonly HashSet<string> Household = new(
        ("kid kids child children son sons daughter daughters wife husband spouse parents parent mother father mom mum dad inlaws grandparents adult adults people person persons member members family toddler baby babies infant couple bachelor bachelors brother sister siblings friends "
        + "dog dogs cat cats pet pets puppy labrador lab parrot maid nanny driver cook barista baristas staff partner partners rep reps manager managers me us myself ourselves we are is i and a an one two three four five six seven eight of with plus my our the just only total in all small little old young aur bachche bacche biwi pati log").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Counted = new("kid kids child children son sons daughter daughters wife husband parents adults people members family toddler baby couple dog dogs cat cats pet pets maid nanny barista baristas staff reps manager managers partner partners bachche bacche".Split(' '), StringComparer.Ordinal);

    /// <summary>Whether it tells beyond doubt and asks nothing: what somebody does not care for, or who belongs to him.</summary>
    public static bool IsPlain(Understood message) =>
        !message.Has(Cues.Question) && !message.Text.Contains('?', StringComparison.Ordinal) && !Asking.Is(message) && (Indifferent.AreIn(message.Text) && !Wanting.AreIn(message.Text) || IsHousehold(message.Text) || RulesOut(message.Text));

    // "Not ground floor", "no corner plots"
    private static bool RulesOut(string text) => PhraseWords.Of(text).ToArray() is { Length: > 1 and < 5 } words && words[0] is "not" or "no" or "never" or "without" && words[1] is not ("sure" or "problem" or "issue" or "thanks" or "thank" or "idea" or "now" or "yet" or "need" or "one" or "really" or "interested");

    // "2 kids and 1 dog", "me, my wife and two cats"
    private static bool IsHousehold(string text)
    {
        string[] words = [.. PhraseWords.Of(text)];
        return words.Length > 1 && words.Any(Counted.Contains) && words.All(word => Household.Contains(word) || char.IsAsciiDigit(word[0]));
    }
}
