using System.Text;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>A reply while it is being written.</summary>
internal sealed partial class Draft(PlannedTurn turn, ToolFindings findings)
{
    private const int MostBeside = 6;
    private readonly StringBuilder _text = new();
    private readonly List<FiredRule> _rules = [];
    private readonly List<Citation> _citations = [];

    public PlannedTurn Turn { get; } = turn;
    public ToolFindings Findings { get; } = findings;
    public Phrasing Phrasing { get; } = new(turn);
    public Understood Message => Turn.Understood;
    public DialogueState Before => Turn.Dialogue;
    public IReadOnlyList<UnitMatch> Cards { get; set; } = [];
    public IReadOnlyList<string> Chips { get; set; } = [];

    /// <summary>What the reply asks for: a field, or one of <see cref="StateUpdate"/>'s questions.</summary>
    public string? Asked { get; set; }

    /// <summary>A question that stands from before and is not asked again now.</summary>
    public string? Pending { get; set; }

    /// <summary>The address that waits to be confirmed.</summary>
    public EmailCheck? EmailCheck { get; set; } = turn.Dialogue.EmailCheck;

    /// <summary>The unit that "it" means from now on.</summary>
    public Guid? Focus { get; set; }

    /// <summary>Whether the reply makes one of the playbook's offers.</summary>
    public bool Coached { get; set; }

    /// <summary>Whether the reply has greeted.</summary>
    public bool Greeted { get; set; }

    /// <summary>Whether the reply has already answered, so that nothing more need be said about the message.</summary>
    public bool Answered { get; set; }

    /// <summary>Whether the reply arranges a visit or a call.</summary>
    public bool Arranged { get; set; }

    /// <summary>Whether the visitor has just said no to an offer: not the moment for another.</summary>
    public bool Declined { get; set; }

    /// <summary>Whether the reply must not go on to ask or offer.</summary>
    public bool Complete { get; set; }

    public string Text => _text.ToString();

    /// <summary>The rules that shaped the reply so far.</summary>
    public IReadOnlyList<FiredRule> Rules => _rules;

    /// <summary>The passages that the reply quotes.</summary>
    public IReadOnlyList<Citation> Citations => _citations;

    public void Cite(Citation citation) => _citations.Add(citation);

    /// <summary>What conditions are judged by, as it stands now.</summary>
    public Situation Situation => new(Turn.Facts, State(handedOver: false), Message, Turn.Doubts, Findings.Score, CardsSeen);

    /// <summary>Units that the visitor has seen, with those of this reply.</summary>
    public int CardsSeen => Planner.AllShown(Turn.Context).Union(Cards.Select(card => card.UnitId)).Count();

    /// <summary>Writes down that a rule fired, and why.</summary>
    public void Note(string rule, string why) => _rules.Add(new(rule, why));

    public void Add(string sentence)
    {
        if (sentence.Length == 0)
            return;
        if (_text.Length > 0 && _text[^1] != '\n')
            _text.Append(' ');
        // "the third one is …" where its name comes first.
        var begins = _text.Length == 0 || _text[^1] == '\n' || (_text.Length > 1 && _text[^2] is '.' or '!' or '?');
        _text.Append(begins ? char.ToUpperInvariant(sentence[0]) : sentence[0]).Append(sentence, 1, sentence.Length - 1);
    }

    /// <summary>Begins a new paragraph with the next sentence.</summary>
    public void Break()
    {
        if (_text.Length > 0)
            _text.Append('\n');
    }

    public void Clear()
    {
        _text.Clear();
        Cards = [];
        Asked = null;
    }

    public Fact? Known(string field)
    {
        foreach (var fact in Turn.Facts)
        {
            if (fact.Field == field && !fact.Value.IsEmpty)
                return fact;
        }
        return null;
    }

    public bool IsRefused(string field) => Before.Refused.Contains(field);

    /// <summary>The cards that the visitor has before him.</summary>
    public IReadOnlyList<UnitMatch> Shown { get; } = Planner.LastShown(turn.Context);

    /// <summary>The unit that the visitor means, or else the best one.</summary>
    public UnitMatch? UnitMeant => Referred ?? (Cards.Count > 0 ? Cards[0] : Shown.FirstOrDefault(card => card.UnitId == (Focus ?? Before.Focus)) ?? (Shown.Count > 0 ? Shown[0] : null));

    /// <summary>The shown unit that the message names: "the second one".</summary>
    public UnitMatch? Referred
    {
        get
        {
            if (Message.Reference is not { } index || index >= Before.Shown.Count)
                return UnitPointers.Superlative(Message.Text, Shown);
            foreach (var card in Shown)
            {
                if (card.UnitId == Before.Shown[index])
                    return card;
            }
            return null;
        }
    }

    /// <summary>Who it is, in a task for the team.</summary>
    public string Who => Known(FactFields.Name)?.Display ?? "them";

    public bool CanBeReached => Known(FactFields.Email) is not null || Known(FactFields.Phone) is not null;

    // One other home beside those before: "the second one" is still the second of them.
    private bool AddsToShown => Cards.Count == 1 && Before.Shown.Count is > 1 and < MostBeside && Findings.Searches is [{ Purpose: SearchPurpose.Cheaper or SearchPurpose.BetterValue or SearchPurpose.Emerging }, ..];

    /// <summary>The state that the reply leaves behind.</summary>
    public DialogueState State(bool handedOver)
    {
        var asked = Asked is { } field && Turn.Playbook.Field(field) is not null
            ? new Dictionary<string, int>(Before.Asked) { [field] = Before.Asked.GetValueOrDefault(field) + 1 } : Before.Asked;
        return Before with
        {
            Asked = asked,
            LastAsked = Asked ?? Pending,
            Shown = Cards.Count == 0 ? Before.Shown : [.. AddsToShown ? Before.Shown.Except([Cards[0].UnitId]) : [], .. Cards.Select(card => card.UnitId)],
            Fired = handedOver ? [.. _fired.Where(mark => mark != StateUpdate.Lost)] : [.. _fired],
            Frustration = handedOver ? 0 : Before.Frustration,
            Requests = _requests,
            EmailCheck = EmailCheck,
            Focus = Focus ?? (Cards.Count == 0 ? Before.Focus : Cards.Count == 1 ? Cards[0].UnitId : null),
            CoachedAt = Coached ? Before.Turns : Before.CoachedAt,
            SideQuestions = handedOver ? 0 : Before.SideQuestions,
        };
    }
}
