namespace LeadHeat.Core.Playground;

/// <summary>A business that can be tried.</summary>
/// <param name="Contexts">The questions that a message may answer: <c>budget_question</c> …</param>
public sealed record PlaygroundPlaybook(string Name, string Title, IReadOnlyList<string> Contexts);
