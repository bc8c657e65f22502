using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Tests.Core.Understanding;

namespace LeadHeat.Tests.Core.Scoring;

/// <summary>What may be known of a lead of a playbook, from nothing to nearly all: a seed decides.</summary>
internal static class RandomInputs
{
    public static ScoringInput Of(Playbook playbook, int seed)
    {
        var random = new Random(seed);
        var share = random.Next(11);
        return new(
            [.. playbook.Fields.Where(_ => random.Next(10) < share).Select(field => Known(field, random))],
            [.. Enumerable.Range(0, random.Next(4)).Select(number => Match(number, random))], [], Said.Now,
            DialogueState.Start with
            {
                Turns = random.Next(12), Questions = random.Next(6), Characters = random.Next(900), Engagement = random.Next(11), Frustration = random.Next(11),
                Requests = random.Next(2) == 0 ? null : new Dictionary<string, int> { ["visit"] = random.Next(2), ["call"] = random.Next(2) },
            },
            random.Next(3) == 0 ? null : Said.Now.AddHours(-random.Next(2000)), random.Next(2) == 0 ? null : random.NextDouble());
    }

    private static Fact Known(PlaybookField field, Random random) => new(
        field.Name,
        random.Next(12) == 0 ? new() : field.Kind switch
        {
            FieldKind.Money => new(Max: random.Next(5, 40) * 1_000_000, Unit: "INR"),
            FieldKind.Timeline => random.Next(4) == 0 ? new(Text: "none") : new(Text: "soon", Max: random.Next(1, 18), Unit: "months"),
            FieldKind.Areas => new(Items: random.Next(2) == 0 ? ["whitefield"] : ["Hebbal", "Indiranagar"]),
            FieldKind.Beds or FieldKind.Count or FieldKind.Size => new(Min: random.Next(1, 4), Max: random.Next(1, 4)),
            FieldKind.Choice => new(Text: field.Choices[random.Next(field.Choices.Count)].Value),
            FieldKind.Choices => new(Items: [field.Choices[0].Value]),
            _ => new(Text: "known"),
        },
        $"{field.Name} {random.Next(9)}", (FactSource)random.Next(4), random.Next(1, 11) / 10.0, Said.Now,
        [.. Enumerable.Range(0, random.Next(3)).Select(start => new Evidence(Guid.Empty, start, 2, "so"))]);

    private static UnitMatch Match(int number, Random random) => new(
        Guid.Empty, $"Home {number}", "Bangalore", random.Next(2) == 0 ? "Whitefield" : "Hebbal", "apartment", random.Next(1, 4), 2, 100,
        random.Next(5, 40) * 1_000_000, "INR", "2 beds");
}
