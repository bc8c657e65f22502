using System.Globalization;
using LeadHeat.Api.Demo;
using LeadHeat.Core.Facts;

namespace LeadHeat.Api.Simulator;

/// <summary>Somebody who does not exist and writes on WhatsApp: the same for the same seed and number.</summary>
/// <param name="Phone">Without a plus sign.</param>
/// <param name="Lines">What they write, in its order.</param>
internal sealed record SimulatedWriter(string Phone, string Name, IReadOnlyList<string> Lines);

internal static class SimulatedPeople
{
    public const string Playbook = "real-estate";

    private static readonly DemoTalk[] Talks =
        [.. DemoFiles.Talks.Where(talk => talk.Playbook == Playbook && talk.Lines.Any(line => line.Kind == DemoLineKind.Visitor))];

    public static SimulatedWriter Writer(int seed, int number)
    {
        var dice = Dice.For($"writer {seed} {number}");
        var talk = dice.Of(Talks);
        var person = PersonOf(talk.City, number, dice);
        var local = (seed * 10_000L + number) % 10_000_000;
        var phone = talk.City == "Dubai" ? $"97150{local:0000000}" : $"91987{local:0000000}";
        return new(phone, person.Fill("{name}"), [.. talk.Lines.Where(line => line.Kind == DemoLineKind.Visitor).Select(line => person.Fill(line.Text))]);
    }

    /// <summary>The id of a filled-in form; who filled it in is known from it alone.</summary>
    public static string FormLead(int seed, int number) => string.Create(CultureInfo.InvariantCulture, $"77{seed:0000}{number:000000}");

    /// <summary>Answers to a form's questions.</summary>
    public static (string FormId, IReadOnlyList<(string Question, string Answer)> Answers) Form(string leadgenId)
    {
        var dice = Dice.For($"form {leadgenId}");
        var number = int.TryParse(leadgenId.AsSpan(Math.Max(0, leadgenId.Length - 4)), CultureInfo.InvariantCulture, out var last) ? last : 0;
        var city = dice.Of(["Bangalore", "Dubai"]);
        var person = PersonOf(city, number, dice);
        List<(string Question, string Answer)> answers =
            [("full_name", "{name}"), ("email", "{email}"), ("phone_number", "{phone}"), ("preferred_area", "{area}"), ("what_is_your_budget?", "{budget}")];
        var form = dice.Below(3);
        answers.Add(form switch
        {
            0 => ("how_soon_do_you_want_to_move?", "in {n} months"),
            1 => ("how_many_bedrooms?", "{bed}"),
            _ => ("which_floor_do_you_like?", dice.Of(["low", "high, with a view", "any"])),
        });
        return ($"88100{form}", [.. answers.Select(answer => (answer.Question, person.Fill(answer.Answer)))]);
    }

    /// <summary>What somebody enters in a flow, by the playbook's fields.</summary>
    public static IReadOnlyList<(string Field, string Answer)> FlowAnswers(int seed, int number)
    {
        var dice = Dice.For($"flow {seed} {number}");
        var city = dice.Of(["Bangalore", "Dubai"]);
        var person = PersonOf(city, number, dice);
        return
        [
            (FactFields.City, city), (FactFields.Areas, person.Fill("{area}")), (FactFields.Beds, person.Fill("{bed}")), (FactFields.Budget, person.Fill("{budget}")),
            (FactFields.Timeline, person.Fill("in {n} months")),
        ];
    }

    private static DemoPerson PersonOf(string city, int number, Dice dice) => new(city, number % 10_000, dice);
}
