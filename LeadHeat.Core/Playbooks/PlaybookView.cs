namespace LeadHeat.Core.Playbooks;

/// <summary>A playbook in a list.</summary>
/// <param name="Version">The hash of its files, as turns record it.</param>
/// <param name="Since">When this installation first ran with that version, in UTC.</param>
/// <param name="Fields">How many things it finds out.</param>
/// <param name="Examples">How many labelled messages its intents are learned from.</param>
/// <param name="Areas">How many places it knows.</param>
/// <param name="Documents">How many documents ship with it.</param>
public sealed record PlaybookSummary(string Name, string Title, string Version, DateTimeOffset Since, int Fields, int Examples, int Areas, int Documents);

/// <summary>All that a playbook tells the agent, for people to read.</summary>
/// <param name="Versions">All versions that this installation ran with, the newest first.</param>
/// <param name="Region">ISO 3166 country of national phone numbers.</param>
/// <param name="Currency">ISO 4217 currency of a bare amount.</param>
/// <param name="Stages">What brings a conversation to each stage, in their order.</param>
/// <param name="Fields">What is found out, in the order in which a salesperson would ask.</param>
/// <param name="Replies">Templates by their key, in several phrasings.</param>
/// <param name="Intents">What messages are told apart by.</param>
/// <param name="Inventory">Which field speaks of which attribute of a unit; null where nothing is in stock.</param>
/// <param name="Knowledge">Files of the documents that ship with it.</param>
/// <param name="SharesContacts">Whether a hosted model may read names, e-mails and phone numbers.</param>
public sealed record PlaybookView(
    string Name,
    string Title,
    IReadOnlyList<PlaybookVersion> Versions,
    string Region,
    string Currency,
    IReadOnlyList<string> Greetings,
    IReadOnlyList<PlaybookRule> CustomerTypes,
    IReadOnlyList<PlaybookRule> Stages,
    IReadOnlyList<PlaybookField> Fields,
    IReadOnlyList<PlaybookOffer> Coaching,
    IReadOnlyList<Objection> Objections,
    IReadOnlyList<Topic> Topics,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Replies,
    IReadOnlyList<PlaybookIntent> Intents,
    IReadOnlyList<City> Cities,
    InventoryMap? Inventory,
    IReadOnlyList<string> Knowledge,
    PlaybookCard Card,
    DialogueThresholds Thresholds,
    bool SharesContacts);

/// <summary>A version of a playbook.</summary>
/// <param name="Version">The hash of its files.</param>
/// <param name="FirstSeen">When this installation first ran with it, in UTC.</param>
public sealed record PlaybookVersion(string Version, DateTimeOffset FirstSeen);

/// <summary>A customer type or a stage, and what tells it.</summary>
/// <param name="Name">As it is stored.</param>
/// <param name="Title">As people read it.</param>
/// <param name="When">All of these have to hold, in words.</param>
public sealed record PlaybookRule(string Name, string Title, IReadOnlyList<string> When);

/// <summary>An offer at the right moment.</summary>
/// <param name="Why">Why it is made, in words for the team.</param>
/// <param name="When">All of these have to hold, in words.</param>
/// <param name="Say">The offer in several phrasings.</param>
public sealed record PlaybookOffer(string Name, string Why, IReadOnlyList<string> When, IReadOnlyList<string> Say, IReadOnlyList<string> Chips);

/// <summary>An intent that is learned.</summary>
/// <param name="Name">As in turns: <c>price_question</c>.</param>
/// <param name="Examples">How many labelled messages there are.</param>
/// <param name="Some">The first of them.</param>
public sealed record PlaybookIntent(string Name, int Examples, IReadOnlyList<string> Some);

/// <summary>The scorecard that ships with a playbook.</summary>
/// <param name="Qualified">A lead is qualified from this score, 0 to 100.</param>
public sealed record PlaybookCard(string Name, int Version, string Title, int Hot, int Warm, int Cold, int Qualified);
