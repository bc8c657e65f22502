using LeadHeat.Core.Facts;

namespace LeadHeat.Web.Playground;

/// <summary>The colour that a field's words have; always with its name beside it, never by colour alone.</summary>
internal static class Tints
{
    public static string Of(string field) => field switch
    {
        FactFields.Budget => "money",
        FactFields.Timeline => "time",
        FactFields.City or FactFields.Areas => "place",
        FactFields.Name or FactFields.Email or FactFields.Phone or FactFields.Company => "contact",
        "injection" => "alarm",
        "refusesToShare" or "asksForHuman" => "signal",
        "sentiment" => "mood",
        _ => "need",
    };

    public static string Name(string field) => field switch
    {
        "injection" => "Orders to the bot",
        "refusesToShare" => "Does not want to share",
        "asksForHuman" => "Wants a person",
        _ => Wording.Say.Field(field),
    };
}
