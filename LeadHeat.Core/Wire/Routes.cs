namespace LeadHeat.Core.Wire;

/// <summary>The addresses of the Api, in one place for its callers and for itself.</summary>
public static class Routes
{
    public const string SignIn = "/api/auth/sign-in";
    public const string Refresh = "/api/auth/refresh";
    public const string SignInCode = "/api/auth/sign-in/code";
    public const string SignOut = "/api/auth/sign-out";
    public const string Invitation = "/api/auth/invitation";
    public const string AcceptInvitation = "/api/auth/invitation/accept";
    public const string Me = "/api/me";
    public const string MyPassword = "/api/me/password";
    public const string MySecondFactor = "/api/me/second-factor";
    public const string MySignIns = "/api/me/sign-ins";
    public const string Invitations = "/api/team/invitations";
    public const string ApiKeys = "/api/keys";
    public const string Teams = "/api/teams";
    public const string Audit = "/api/audit";
    public const string Team = "/api/team";
    public const string Sessions = "/api/agent/session";
    public const string Turns = "/api/agent/turn";
    public const string Leads = "/api/leads";
    public const string LeadSearch = "/api/leads/search";
    public const string LeadCounts = "/api/leads/counts";
    public const string Pipeline = "/api/pipeline";
    public const string Inventory = "/api/inventory";
    public const string Knowledge = "/api/knowledge";
    public const string Uploads = "/api/uploads";
    public const string LeadExport = "/api/leads/export";
    public const string PlayConversation = "/api/playground/conversation";
    public const string Events = "/api/events";
    public const string DeadTurns = "/api/turns/dead";
    public const string Playground = "/api/playground";
    public const string Playbooks = "/api/playbooks";
    public const string Evals = "/api/evals";
    public const string Overview = "/api/overview";

    public const string HeatModels = "/api/models";
    public const string Disagreements = "/api/models/disagreements";
    public const string Score = "/api/score";

    /// <summary>For workers only, with the service key.</summary>
    public const string Trainings = "/api/internal/trainings";

    public const string WhatsAppWebhook = "/api/webhooks/whatsapp";
    public const string LeadAdsWebhook = "/api/webhooks/leadads";
    public const string FlowsWebhook = "/api/webhooks/whatsapp/flows";
    public const string Inbound = "/api/inbound";

    /// <summary>What was not let in because of its signature.</summary>
    public const string Refused = Inbound + "/refused";
    public const string LeadForms = "/api/lead-forms";

    /// <summary>Open to everybody: a form of ours is sent to it, with its name behind.</summary>
    public const string Forms = "/api/forms";

    public const string WebForms = "/api/web-forms";
    public const string Reconciliation = "/api/lead-forms/reconciliation";
    public const string Conversions = "/api/conversions";

    /// <summary>Programs of the team's that are told what happens; Meta's deliveries come in under it too.</summary>
    public const string Webhooks = "/api/webhooks";

    public static string Webhook(Guid id) => $"{Webhooks}/{id}";

    public const string Simulator = "/api/simulator";
    public const string SimulatorLedger = "/api/simulator/ledger";
    public const string WhatsAppTemplates = "/api/whatsapp/templates";
    public const string WhatsAppFlows = "/api/whatsapp/flows";
    public const string Merges = "/api/merges";
    public const string Contacts = "/api/contacts";

    public const string Usage = "/api/usage";

    /// <summary>For workers only, with the service key.</summary>
    public const string Spending = "/api/internal/spending";

    /// <summary>For workers only, with the service key.</summary>
    public const string Work = "/api/internal/turns";

    /// <summary>Carries the key of a machine.</summary>
    public const string ApiKeyHeader = "X-Api-Key";

    public static string Member(Guid id) => $"{Team}/{id}";

    public static string ApiKey(Guid id) => $"{ApiKeys}/{id}";

    public static string SessionMessages(Guid sessionId, Guid? after) =>
        $"{Sessions}/{sessionId}/messages" + (after is null ? "" : $"?after={after}");

    public static string HeatModel(Guid id) => $"{HeatModels}/{id}";

    public static string Training(Guid id) => $"{Trainings}/{id}";

    public static string EarlierSessionMessages(Guid sessionId, Guid before) => $"{Sessions}/{sessionId}/messages?before={before}";

    public static string Lead(Guid id) => $"{Leads}/{id}";

    public const string Scorecards = "/api/scorecards";

    public static string Scorecard(string name, int version) => $"{Scorecards}/{name}/{version}";

    public static string ShadowRun(Guid id) => $"{Scorecards}/shadow/{id}";

    public static string ScoreReplay(Guid leadId) => $"{Leads}/{leadId}/score/replay";
    public static string Upload(Guid id) => $"{Uploads}/{id}";

    public const string Erasures = "/api/erasures";
    public const string Retention = "/api/retention";

    public static string Contact(Guid id) => $"{Contacts}/{id}";

    public static string Document(Guid id) => $"{Knowledge}/{id}";
    public static string Reindex(string collection) => $"{Knowledge}/collections/{Uri.EscapeDataString(collection)}/reindex";

    public static string KeptCase(Guid id) => $"{Evals}/cases/{id}";

    public static string TurnRecord(Guid id) => $"/api/turns/{id}/record";

    public static string RerunTurn(Guid id) => $"/api/turns/{id}/rerun";

    public static string ReplayTurn(Guid id) => $"/api/turns/{id}/replay";
}
