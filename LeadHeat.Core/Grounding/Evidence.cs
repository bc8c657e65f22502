using System.Runtime.CompilerServices;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Core.Grounding;

/// <summary>All that a reply may rest on: what tools found in this turn, cards that were shown, passages, and what was said before.</summary>
public sealed class Evidence
{
    private const decimal SquareFeet = 10.7639m;

    // A playbook's sentences are many and stay as they are: read once, not in each turn.
    private static readonly ConditionalWeakTable<Playbook, Evidence> Playbooks = [];

    private readonly List<Figure> _figures = [];
    private readonly List<string> _facts = [];
    private readonly List<string> _said = [];

    private Evidence? _playbook;

    private Evidence()
    {
    }

    /// <summary>The units that the turn knows of, found now or shown before.</summary>
    internal List<UnitMatch> Units { get; } = [];

    /// <summary>Whether the reply is made of the playbook's own sentences.</summary>
    internal bool IsOwnWords { get; private init; }

    /// <summary>Whether the inventory was looked at in this turn.</summary>
    internal bool Searched { get; private set; }

    /// <summary>The evidence of a turn as far as it has come.</summary>
    /// <param name="ownWords">Whether the agent writes the playbook's own sentences: then what these say is the business's word.</param>
    public static Evidence Of(PlannedTurn turn, ToolFindings findings, bool ownWords)
    {
        var evidence = new Evidence { IsOwnWords = ownWords };
        foreach (var message in turn.Context.History)
        {
            evidence.Add(message.Text, evidence._said);
            foreach (var card in message.Cards)
                evidence.Add(card);
        }

        evidence.Add(turn.Context.Text, evidence._said);
        foreach (var fact in turn.Facts)
            evidence.Add(fact.Display, evidence._said);
        foreach (var search in findings.Searches)
            evidence.Add(search);
        foreach (var hit in findings.Passages.SelectMany(found => found.Hits))
        {
            evidence.Add(hit.Title, evidence._facts);
            evidence.Add(hit.Heading, evidence._facts);
            evidence.Add(AskedAs.Without(hit.Text), evidence._facts);
        }

        if (findings.Budget is { } budget)
            evidence.Add(budget.Display, evidence._said);
        if (ownWords)
            evidence._playbook = Playbooks.GetValue(turn.Playbook, SentencesOf);
        return evidence;
    }

    /// <summary>Whether some figure of it says this one.</summary>
    internal bool Says(Figure figure) => _figures.Exists(known => figure.IsSaidBy(known)) || _playbook?.Says(figure) == true || IsComparison(figure);

    /// <summary>Whether units, passages or the business's own sentences have these words.</summary>
    internal bool States(string words) =>
        _facts.Exists(text => text.Contains(words, StringComparison.OrdinalIgnoreCase)) || _playbook?.States(words) == true;

    /// <summary>Whether these words were said in the conversation.</summary>
    internal bool WasSaid(string words) => _said.Exists(text => text.Contains(words, StringComparison.OrdinalIgnoreCase));

    // The playbook's sentences may set one unit beside another: so much cheaper, so much larger, so much money saved.
    private bool IsComparison(Figure figure)
    {
        bool IsShare(decimal one, decimal other) => other > 0 && Math.Round(Math.Abs((one / other) - 1) * 100) == figure.Value;
        bool IsDifference(UnitMatch one, UnitMatch other) =>
            one.Currency == other.Currency && one.Price > other.Price && figure.IsSaidBy(new(0, 0, one.Price - other.Price, 1, FigureKind.Money, one.Currency, IsWord: false));
        return IsOwnWords && figure.Kind switch
        {
            FigureKind.Percent => Units.Exists(one => Units.Exists(other => IsShare(one.Price, other.Price) || IsShare(one.SizeM2, other.SizeM2))),
            FigureKind.Money => Units.Exists(one => Units.Exists(other => IsDifference(one, other))),
            _ => false,
        };
    }

    private void Add(string text, List<string> into)
    {
        into.Add(text);
        FigureReader.Read(text, _figures);
    }

    private void Add(SearchFinding search)
    {
        Searched = true;
        Add(search.Matches.Count);
        Add(Math.Min(3, search.Matches.Count));
        foreach (var match in search.Matches)
            Add(match);
        foreach (var area in search.Figures ?? [])
            Add(area);
    }

    private void Add(AreaFigures area)
    {
        _facts.Add(area.Area);
        Add(area.Count);
        if (area.PerM2 is { } rate)
            Add(Dialogue.UnitWords.Rate(rate, area.Currency), _facts);
        foreach (var price in (ReadOnlySpan<decimal>)[area.Low, area.Median, area.High, .. area.PerM2 is { } exact ? (decimal[])[exact, exact / SquareFeet] : []])
        {
            _figures.Add(new(0, 0, price, 1, FigureKind.Money, area.Currency, IsWord: false));
            Add(Money.Format(price, area.Currency), _facts);
        }
    }

    private void Add(UnitMatch unit)
    {
        Units.Add(unit);
        foreach (var text in (ReadOnlySpan<string>)[unit.Title, unit.City, unit.Area, unit.Type, unit.Why, unit.Features ?? ""])
            Add(text, _facts);
        foreach (var number in (ReadOnlySpan<decimal>)[unit.Beds, unit.Baths, unit.SizeM2, Math.Round(unit.SizeM2)])
            Add(number);
        var feet = unit.SizeM2 * SquareFeet;
        foreach (var step in (ReadOnlySpan<int>)[1, 5, 10])
            Add(Math.Round(feet / step) * step);
        _figures.Add(new(0, 0, unit.Price, 1, FigureKind.Money, unit.Currency, IsWord: false));
        Add(Money.Format(unit.Price, unit.Currency), _facts);
    }

    private static Evidence SentencesOf(Playbook playbook)
    {
        var sentences = new Evidence();
        foreach (var text in playbook.Replies.Values.SelectMany(texts => texts).Concat(playbook.Fields.SelectMany(field => field.Ask)))
            sentences.Add(text, sentences._facts);
        return sentences;
    }

    private void Add(decimal number) => _figures.Add(new(0, 0, number, 1, FigureKind.Plain, null, IsWord: false));
}
