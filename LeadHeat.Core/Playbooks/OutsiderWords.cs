namespace LeadHeat.Core.Playbooks;

/// <summary>How those write who are no customers: who seeks work with us, sells to us, has a home to sell, studies, reports, or has found already.</summary>
/// <param name="Name">The kind; <c>outsider_{name}</c> is what they are told.</param>
/// <param name="Asks">Whether their questions are answered, as a customer's are.</param>
/// <param name="Ends">Whether it also ends the way of one who was about to buy.</param>
/// <param name="Words">What tells them.</param>
/// <param name="Unless">What makes a customer of them after all.</param>
public sealed record OutsiderWords(string Name, bool Asks, bool Ends, Phrases Words, Phrases Unless)
{
    /// <summary>Whether they tell so also after they have told a wish: "2 bhk in HSR", then "for rent".</summary>
    public bool Late { get; init; }

    /// <summary>Whether a wish that we serve makes a customer of them: who names a budget or a home has found the right house.</summary>
    public bool UntilWish { get; init; }

    /// <summary>Whether what they look for is kept as a lead's is: it is nothing that we have, and a colleague who may know somebody needs it.</summary>
    public bool Keeps { get; init; }

    /// <summary>What tells them whatever stands beside it: "rent, not buy".</summary>
    public Phrases Surely { get; init; } = Phrases.None;

    /// <summary>Whether a text is theirs.</summary>
    public bool Tell(string text) => Words.AreIn(text) || Surely.AreIn(text);

    /// <summary>Whether a text makes a customer of them.</summary>
    public bool TakeBack(string text) => Unless.AreIn(text) && !Surely.AreIn(text);
}
