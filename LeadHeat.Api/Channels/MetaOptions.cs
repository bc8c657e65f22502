namespace LeadHeat.Api.Channels;

/// <summary>What Meta's platforms need. Nothing of it is ever shown or logged; without a secret their webhooks are closed.</summary>
internal sealed class MetaOptions
{
    public const string Section = "Meta";

    /// <summary>Signs deliveries.</summary>
    public string AppSecret { get; set; } = "";

    /// <summary>Secrets of before, with commas between: forms on WhatsApp that were sent then can still be filled in. Nothing else is taken for signed by them.</summary>
    public string EarlierAppSecrets { get; set; } = "";

    /// <summary>What may have signed a form that is open on somebody's phone.</summary>
    public IEnumerable<string> TokenSecrets => EarlierAppSecrets.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Prepend(AppSecret);

    /// <summary>Is said once, when a webhook is set up at Meta.</summary>
    public string VerifyToken { get; set; } = "";

    /// <summary>Opens the Graph API: sending messages, reading forms.</summary>
    public string AccessToken { get; set; } = "";

    /// <summary>RSA, in PEM: opens what people enter in WhatsApp's flows. Without it their data endpoint is closed.</summary>
    public string FlowPrivateKey { get; set; } = "";

    /// <summary>Opens <see cref="FlowPrivateKey"/>, where that is encrypted.</summary>
    public string FlowPassphrase { get; set; } = "";

    /// <summary>Whose templates are fetched; without it they are entered by hand.</summary>
    public string WhatsAppBusinessAccountId { get; set; } = "";

    public Uri GraphBaseUrl { get; set; } = new("https://graph.facebook.com/v25.0/");

    /// <summary>Which business answers on WhatsApp.</summary>
    public string WhatsAppPlaybook { get; set; } = "real-estate";

    /// <summary>Which business the forms are for.</summary>
    public string LeadAdsPlaybook { get; set; } = "real-estate";

    /// <summary>How often leads are compared with Meta's by themselves; 0: only when somebody asks.</summary>
    public int ReconcileHours { get; set; } = 24;

    /// <summary>How far a comparison looks back. Meta keeps leads for 90 days.</summary>
    public int ReconcileDays { get; set; } = 30;

    /// <summary>Forms to compare besides those that leads came from, with commas between: one of which no lead ever came.</summary>
    public string ReconcileForms { get; set; } = "";

    public string[] Forms => ReconcileForms.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
