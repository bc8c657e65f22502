using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding;

/// <summary>One walk over the message that finds every phrase the playbook or everyday talk knows.</summary>
internal static class PhraseWalk
{
    public static void Run(Scan scan)
    {
        for (var i = 0; i < scan.Tokens.Length;)
        {
            if (scan.Tokens[i].Taken)
            {
                i++;
                continue;
            }
            var meanings = scan.Playbook.Lexicon.LongestAt(scan.Tokens, i, out var end);
            foreach (var meaning in meanings)
                Note(scan, meaning, i, end);
            i = Math.Max(end, i + 1);
        }
        ChoicesTakenBack.DropKnown(scan);
        PlaceFinder.Run(scan);
    }

    private static void Note(Scan scan, Meaning meaning, int first, int end)
    {
        switch (meaning.Kind)
        {
            case MeaningKind.Cue when !IsMeantOtherwise(scan, meaning.Cue, first, end):
                scan.Cues |= meaning.Cue;
                scan.Signals.Add(new(meaning.Cue, scan.Span(first, end)));
                break;
            case MeaningKind.Topic:
                scan.Topic ??= meaning.Text;
                break;
            case MeaningKind.Objection:
                scan.Objections.Add(meaning.Text!);
                break;
            case MeaningKind.FieldNoun:
                scan.FieldNouns.Add(meaning.Text!);
                break;
            case MeaningKind.Choice when TakenBack.Says(scan, meaning.Field!, first, end):
                Exclusions.Note(scan, meaning.Field!, meaning.Choice!, first, end);
                ChoicesTakenBack.Note(scan, meaning.Field!, meaning.Choice!, first, end);
                break;
            case MeaningKind.Choice when ChoiceDoubts.IsIt(scan, meaning, first, end) || Exclusions.GoesOn(scan, first):
                Exclusions.Note(scan, meaning.Field!, meaning.Choice!, first, end);
                break;
            case MeaningKind.Choice:
                ChoiceFinder.Note(scan, meaning.Field!, meaning.Choice!, first, end);
                break;
        }
    }

    // "Just looking for a 2 BHK" is a search, "don't connect me to a colleague" no wish for one.
    private static bool IsMeantOtherwise(Scan scan, Cues cue, int first, int end) => cue switch
    {
        Cues.JustLooking => scan.IsWord(end, "for"),
        Cues.AsksForHuman => HumanWish.IsRefused(scan) || HumanWish.IsAsked(scan),
        // "A garden, non negotiable"
        Cues.Discount => scan.IsWord(first - 1, "non") || scan.Is(first - 1, KeyKind.Not) || (scan.IsSign(first - 1, '-') && scan.IsWord(first - 2, "non")),
        // "A flat in your name"
        Cues.IsBot => scan.IsWord(first, "your") && (scan.IsWord(first - 1, "in") || scan.IsWord(first - 1, "under") || scan.IsWord(first - 1, "on")),
        // "Are you going to ring me every day now?"
        Cues.Callback => scan.IsWord(end, "every") || scan.IsWord(end, "again") || scan.IsWord(end, "daily") || scan.IsWord(end, "constantly"),
        // "What machine do you suggest?" asks for one; "what do you suggest?" leaves it to us.
        Cues.DoesNotKnow => scan.IsWord(first, "you") && scan.IsWord(first - 1, "do") && first > 1 && !scan.IsWord(first - 2, "what"),
        Cues.Complaint => IsOfOneself(scan, first, end),
        // "Not interested in a viewing", "no visit please"
        Cues.Visit => Indifference.Before(scan, first) || scan.IsWord(first - 1, "no"),
        _ => false,
    };

    private static readonly PhraseTable<bool> OwnQuestion = new((true, "question|questions|qn|q|doubt|doubts; maybe; me|myself"));

    // "Sorry for question maybe stupid"
    private static bool IsOfOneself(Scan scan, int first, int end) =>
        (scan.IsWord(first, "stupid") || scan.IsWord(first, "nonsense") || scan.IsWord(first, "idiot")) && OwnQuestion.IsIn(scan, first - 3, end + 2) && !scan.IsWord(end, "bot");
}
