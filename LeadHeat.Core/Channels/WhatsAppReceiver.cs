namespace LeadHeat.Core.Channels;

/// <summary>Who gets a message on WhatsApp: by number where that is known, because WhatsApp then goes on telling it, else by the person's id for this business.</summary>
/// <param name="Number">Without a plus sign; null where WhatsApp keeps it to itself.</param>
/// <param name="UserId">Null where only the number is known.</param>
public sealed record WhatsAppReceiver(string? Number, string? UserId)
{
    /// <summary>Whether anything can be sent.</summary>
    public bool IsKnown => Number is not null || UserId is not null;
}
