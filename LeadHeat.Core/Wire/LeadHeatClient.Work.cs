using LeadHeat.Core.Access;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Turns;

namespace LeadHeat.Core.Wire;

public sealed partial class LeadHeatClient
{
    public Task<SignedIn> SignInAsync(SignIn signIn, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.SignIn, signIn, Json.SignIn, Json.SignedIn, cancellationToken);

    public Task<SignedIn> RefreshAsync(RefreshSignIn refresh, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Refresh, refresh, Json.RefreshSignIn, Json.SignedIn, cancellationToken);

    public Task<Me> GetMeAsync(CancellationToken cancellationToken = default) => GetAsync(Routes.Me, Json.Me, cancellationToken);

    public Task<UnitPage> SearchUnitsAsync(UnitQuery query, CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Inventory + "/search" + ToQueryString(query), Json.UnitPage, cancellationToken);

    public Task<Unit> GetUnitAsync(Guid id, CancellationToken cancellationToken = default) =>
        GetAsync($"{Routes.Inventory}/{id}", Json.Unit, cancellationToken);

    /// <summary>For workers: takes turns to answer.</summary>
    public Task<ClaimedTurns> ClaimTurnsAsync(ClaimTurns claim, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Work + "/claim", claim, Json.ClaimTurns, Json.ClaimedTurns, cancellationToken);

    /// <summary>For workers: says which turns are still being answered.</summary>
    public Task RenewLeaseAsync(RenewLease lease, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Work + "/lease", lease, Json.RenewLease, cancellationToken);

    /// <summary>For workers: stores what became of a turn. Idempotent by turn.</summary>
    public Task<OutcomeReceived> PutOutcomeAsync(TurnOutcome outcome, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Put, $"{Routes.Work}/{outcome.TurnId}/outcome", outcome, Json.TurnOutcome, Json.OutcomeReceived, cancellationToken);

    /// <summary>For workers: gives a turn back that could not be finished.</summary>
    public Task FailTurnAsync(Guid turnId, TurnFailed failed, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, $"{Routes.Work}/{turnId}/failed", failed, Json.TurnFailed, cancellationToken);

    public Task<IReadOnlyList<DeadTurn>> GetDeadTurnsAsync(CancellationToken cancellationToken = default) =>
        GetAsync(Routes.DeadTurns, Json.IReadOnlyListDeadTurn, cancellationToken);

    /// <summary>Queues a dead turn again.</summary>
    public async Task ReplayTurnAsync(Guid turnId, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Post, Routes.ReplayTurn(turnId), null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The query as the search endpoint reads it; repeated names are alternatives.</summary>
    public static string ToQueryString(UnitQuery query)
    {
        List<string> parts = [];
        void Add(string name, object? value)
        {
            if (value is not null)
                parts.Add(name + "=" + Uri.EscapeDataString(FormattableString.Invariant($"{value}")));
        }

        foreach (var area in query.Areas ?? [])
            Add("area", area);
        foreach (var type in query.Types ?? [])
            Add("type", type);
        foreach (var area in query.NotAreas ?? [])
            Add("notArea", area);
        foreach (var type in query.NotTypes ?? [])
            Add("notType", type);
        foreach (var feature in query.Features ?? [])
            Add("feature", feature);
        foreach (var feature in query.NotFeatures ?? [])
            Add("notFeature", feature);
        Add("city", query.City);
        Add("bedsMin", query.BedsMin);
        Add("bedsMax", query.BedsMax);
        Add("priceMin", query.PriceMin);
        Add("priceMax", query.PriceMax);
        Add("currency", query.Currency);
        Add("text", query.Text);
        Add("cursor", query.Cursor);
        Add("limit", query.Limit);
        return "?" + string.Join('&', parts);
    }
}
