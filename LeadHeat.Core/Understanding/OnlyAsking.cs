using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>Drops what is only an example: who writes an article, or says that he buys nothing, wishes for no home when he names one.</summary>
internal static class OnlyAsking
{
    private static readonly PhraseTable<bool> Examples = new((true,
        "as an example; just|only an example; hypothetically; for argument's sake; say|suppose|imagine|assume somebody|someone; say|suppose|imagine|assume a person|buyer|friend|family|man|woman; maan lo koi; misaal ke"));

    public static void Run(Scan scan)
    {
        if (scan.Cues.HasFlag(Cues.NotBuying) || (scan.Dialogue.Fired.Contains(StateUpdate.NotBuying) && !scan.Cues.HasFlag(Cues.Search)))
            scan.Values.RemoveAll(value => value.Field is not (FactFields.Name or FactFields.Email or FactFields.Phone));
        else if (!scan.Cues.HasFlag(Cues.Search) && Examples.IsIn(scan, 0, scan.Tokens.Length))
            scan.Values.RemoveAll(value => value.Field is FactFields.Budget or FactFields.Beds or FactFields.PropertyType or FactFields.Size or FactFields.Timeline);
    }
}
