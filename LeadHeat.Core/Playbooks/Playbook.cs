using LeadHeat.Core.Retrieval;
using LeadHeat.Core.Scoring;

namespace LeadHeat.Core.Playbooks;

/// <summary>Everything that differs between businesses, as data. Immutable; one instance serves all turns.</summary>
public sealed record Playbook
{
    private readonly Understanding.Classifying.LearnedModel _model = new();

    /// <summary>Its folder's name: <c>real-estate</c>.</summary>
    public required string Name { get; init; }

    /// <summary>A hash of its files: the same content has the same version everywhere.</summary>
    public required string Version { get; init; }

    /// <summary>What it was read from, with what all playbooks share; the same files make the same version.</summary>
    public IReadOnlyList<PlaybookFile> Files { get; init; } = [];

    /// <summary>The name that people see.</summary>
    public required string Title { get; init; }

    /// <summary>What the bot may say first; <see cref="Greeting"/> picks.</summary>
    public required IReadOnlyList<string> Greetings { get; init; }

    /// <summary>What a visitor might want to say first.</summary>
    public required IReadOnlyList<string> Chips { get; init; }

    /// <summary>What is to be found out, in the order in which a salesperson would ask.</summary>
    public required IReadOnlyList<PlaybookField> Fields { get; init; }

    /// <summary>Where it does business; empty where places do not matter.</summary>
    public required IReadOnlyList<City> Cities { get; init; }

    /// <summary>Where its visitors may be at home, cities before their countries: decides what a bare amount and a national number mean. Not looked for where it has cities of its own.</summary>
    public IReadOnlyList<City> HomeCities { get; init; } = [];

    /// <summary>English words that are one typing error away from a place and do not mean it.</summary>
    public required IReadOnlyList<string> NotPlaces { get; init; }

    /// <summary>Known places where it does no business: who asks for one is told so.</summary>
    public IReadOnlyList<string> Elsewhere { get; init; } = [];

    /// <summary>Reply templates: several phrasings a key.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Replies { get; init; }

    /// <summary>Words that ask for a person in this business, beside those that every business knows.</summary>
    public required IReadOnlyList<string> HandoffWords { get; init; }

    /// <summary>Subjects that visitors ask about, with the words that tell them.</summary>
    public required IReadOnlyList<Topic> Topics { get; init; }

    /// <summary>ISO 3166 country that national phone numbers belong to.</summary>
    public required string Region { get; init; }

    /// <summary>ISO 4217 currency of a bare amount.</summary>
    public required string Currency { get; init; }

    /// <summary>Which field speaks of which attribute of a unit; null where there is no inventory.</summary>
    public required InventoryMap? Inventory { get; init; }

    /// <summary>Whether there is an inventory to search.</summary>
    public bool HasInventory => Inventory is not null;

    /// <summary>The kinds of customers, the most telling first.</summary>
    public required IReadOnlyList<CustomerType> CustomerTypes { get; init; }

    /// <summary>What brings a conversation to each stage, in their order.</summary>
    public required IReadOnlyList<StageRule> Stages { get; init; }

    /// <summary>Offers at the right moment, the most important first.</summary>
    public required IReadOnlyList<CoachingRule> Coaching { get; init; }

    /// <summary>The kinds of doubt with what is said to them; one of each kind.</summary>
    public required IReadOnlyList<Objection> Objections { get; init; }

    /// <summary>Who else its visitors may be talking to.</summary>
    public Competitors Competitors { get; init; } = Competitors.None;

    /// <summary>How its customers tell of trouble with what they have from it.</summary>
    public ServiceWords Service { get; init; } = ServiceWords.None;

    /// <summary>How those write to it who are no customers.</summary>
    public IReadOnlyList<OutsiderWords> Outsiders { get; init; } = [];

    /// <summary>The numbers of its dialogue.</summary>
    public required DialogueThresholds Thresholds { get; init; }

    /// <summary>Files of documents that answers rest on, in its folder <c>knowledge</c>.</summary>
    public required IReadOnlyList<string> Knowledge { get; init; }

    /// <summary>Words that mean the same in its business.</summary>
    public Synonyms Synonyms { get; init; } = Synonyms.None;

    /// <summary>Whether a hosted model may read visitors' names, e-mails and phone numbers; where it may not, it reads placeholders.</summary>
    public required bool SharesContacts { get; init; }

    /// <summary>The parts of a lead's one line: <c>"{beds}", " in {areas|city}"</c>; a part without its value is left out.</summary>
    public required IReadOnlyList<string> Headline { get; init; }

    /// <summary>How leads are scored, as it ships.</summary>
    public required Scorecard Scorecard { get; init; }

    /// <summary>Cards that look at the same leads in another way.</summary>
    public IReadOnlyList<Scorecard> CardsBeside { get; init; } = [];

    /// <summary>All cards that ship with it, the primary first.</summary>
    public IEnumerable<Scorecard> Scorecards => CardsBeside.Prepend(Scorecard);

    /// <summary>What intents, sentiment and injections are learned from.</summary>
    public required Examples Examples { get; init; }

    internal Understanding.Classifying.MessageModel Model => _model.Of(this);

    internal Understanding.Classifying.ValueModels Values { get; init; } = Understanding.Classifying.ValueModels.None;

    internal Understanding.PhraseTable<City> HomeNames => field ??= new([.. HomeCities.SelectMany(city => city.Aliases.Prepend(city.Name).Select(name => (city, name)))]);

    internal Understanding.Lexicon Lexicon => field ??= Understanding.Lexicon.Of(this);

    /// <summary>Learns from the examples now, where it would at the first message: some seconds of a processor.</summary>
    /// <param name="folder">Where what was learned is kept for the next start, and found by other processes; null for nowhere.</param>
    public void Learn(string? folder) => _model.Of(this, folder);

    /// <summary>The greeting for a conversation; always the same for the same conversation.</summary>
    public string Greeting(Guid conversationId) => Greetings[(int)(StableHash.Of(conversationId, 0) % (uint)Greetings.Count)];

    /// <summary>The city of this name, the business's own or a visitor's; null for none.</summary>
    public City? CityOf(string? name) => Cities.Concat(HomeCities).FirstOrDefault(city => city.Name == name);

    /// <summary>The field of this name, or null.</summary>
    public PlaybookField? Field(string name)
    {
        foreach (var candidate in Fields)
        {
            if (candidate.Name == name)
                return candidate;
        }
        return null;
    }
}
