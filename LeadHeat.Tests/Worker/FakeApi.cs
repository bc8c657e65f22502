using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Usage;
using LeadHeat.Core.Wire;

namespace LeadHeat.Tests.Worker;

/// <summary>The Api as workers know it, behind the real client: it hands out turns, keeps leases and stores outcomes.</summary>
internal sealed class FakeApi
{
    private readonly ConcurrentDictionary<Guid, Turn> _turns = new();

    public bool IsAway { get; set; }

    /// <summary>Called when a failed turn is to be queued again.</summary>
    public Action<Guid>? Requeue { get; set; }

    public ConcurrentQueue<ClaimTurns> Claims { get; } = new();
    public ConcurrentQueue<TurnOutcome> Outcomes { get; } = new();
    public ConcurrentQueue<TurnFailed> Failures { get; } = new();
    public ConcurrentQueue<RenewLease> Renewals { get; } = new();
    public ConcurrentQueue<string> Searches { get; } = new();

    /// <summary>All that was asked for.</summary>
    public ConcurrentQueue<string> Paths { get; } = new();

    /// <summary>What a search finds.</summary>
    public Func<string, IReadOnlyList<Unit>> Inventory { get; set; } = _ => [];

    /// <summary>What the documents say to any question.</summary>
    public IReadOnlyList<KnowledgeHit> Passages { get; set; } = [];

    /// <summary>What the visitor said earlier.</summary>
    public IReadOnlyList<LeadMemory> Memories { get; set; } = [];

    /// <summary>How long it takes to answer.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>What hosted models have cost today.</summary>
    public decimal Spent { get; set; }

    /// <summary>What they may cost.</summary>
    public decimal? Budget { get; set; }

    public LeadHeatClient Client() => new(new HttpClient(new Handler(this)) { BaseAddress = new Uri("http://api") });

    public void Queue(Guid turnId, string text = "Hello") => _turns[turnId] = new Turn(text);

    public void HeldBy(Guid turnId, string worker, TimeSpan lease) =>
        (_turns[turnId].Holder, _turns[turnId].HeldUntil) = (worker, DateTimeOffset.UtcNow + lease);

    public bool IsDead(Guid turnId) => _turns[turnId].IsDead;

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request)
    {
        if (IsAway)
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        if (Delay > TimeSpan.Zero)
            await Task.Delay(Delay);
        var path = request.RequestUri!.AbsolutePath;
        Paths.Enqueue(path);
        return path switch
        {
            Routes.Work + "/claim" => Json(Claim(await ReadAsync(request, LeadHeatJson.Default.ClaimTurns)), LeadHeatJson.Default.ClaimedTurns),
            Routes.Work + "/lease" => Renew(await ReadAsync(request, LeadHeatJson.Default.RenewLease)),
            Routes.Spending => Json(DaySpending.Of(new(2026, 11, 21), Spent, Budget, "USD"), LeadHeatJson.Default.DaySpending),
            Routes.Knowledge + "/search" when Passages.Count > 0 => Json(new KnowledgeAnswer(Passages), LeadHeatJson.Default.KnowledgeAnswer),
            _ when path.EndsWith("/memories", StringComparison.Ordinal) && Memories.Count > 0 => Json(new LeadMemories(Memories), LeadHeatJson.Default.LeadMemories),
            Routes.Inventory + "/search" => Search(request.RequestUri.Query),
            _ when path.EndsWith("/outcome", StringComparison.Ordinal) =>
                Json(Store(await ReadAsync(request, LeadHeatJson.Default.TurnOutcome)), LeadHeatJson.Default.OutcomeReceived),
            _ when path.EndsWith("/failed", StringComparison.Ordinal) =>
                Fail(Guid.Parse(path.Split('/')[^2]), await ReadAsync(request, LeadHeatJson.Default.TurnFailed)),
            _ => new HttpResponseMessage(HttpStatusCode.NotFound),
        };
    }

    private ClaimedTurns Claim(ClaimTurns claim)
    {
        Claims.Enqueue(claim);
        return new([.. claim.TurnIds.Select(id => Claim(id, claim.Worker))]);
    }

    private ClaimedTurn Claim(Guid id, string worker)
    {
        if (!_turns.TryGetValue(id, out var turn))
            return new(id, ClaimResult.Unknown, null);
        lock (turn)
        {
            if (turn.Outcome is not null || turn.IsDead)
                return new(id, turn.IsDead ? ClaimResult.Dead : ClaimResult.Finished, null);
            if (turn.Holder is not null && turn.Holder != worker && turn.HeldUntil > DateTimeOffset.UtcNow)
                return new(id, ClaimResult.Held, null);
            (turn.Holder, turn.HeldUntil) = (worker, DateTimeOffset.UtcNow + TurnLimits.Lease);
            return new(id, ClaimResult.Claimed, Build.Turn(turn.Text, id, ++turn.Attempts));
        }
    }

    private OutcomeReceived Store(TurnOutcome outcome)
    {
        Outcomes.Enqueue(outcome);
        var turn = _turns[outcome.TurnId];
        lock (turn)
        {
            if (turn.Outcome is not null)
                return new(OutcomeResult.Known);
            turn.Outcome = outcome;
            return new(OutcomeResult.Stored);
        }
    }

    private HttpResponseMessage Fail(Guid id, TurnFailed failed)
    {
        Failures.Enqueue(failed);
        var turn = _turns[id];
        lock (turn)
        {
            turn.Holder = null;
            turn.IsDead = turn.Attempts >= TurnLimits.Attempts;
        }

        if (!turn.IsDead)
            Requeue?.Invoke(id);
        return new(HttpStatusCode.NoContent);
    }

    private HttpResponseMessage Renew(RenewLease lease)
    {
        Renewals.Enqueue(lease);
        foreach (var id in lease.TurnIds)
            HeldBy(id, lease.Worker, TurnLimits.Lease);
        return new(HttpStatusCode.NoContent);
    }

    private HttpResponseMessage Search(string query)
    {
        Searches.Enqueue(query);
        return Json(new UnitPage(Inventory(query), null), LeadHeatJson.Default.UnitPage);
    }

    private static async Task<T> ReadAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type) =>
        (await request.Content!.ReadFromJsonAsync(type))!;

    private static HttpResponseMessage Json<T>(T body, JsonTypeInfo<T> type) =>
        new(HttpStatusCode.OK) { Content = new StringContent(JsonSerializer.Serialize(body, type), null, "application/json") };

    private sealed class Handler(FakeApi api) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            api.AnswerAsync(request);
    }

    private sealed class Turn(string text)
    {
        public string Text { get; } = text;
        public int Attempts { get; set; }
        public string? Holder { get; set; }
        public DateTimeOffset HeldUntil { get; set; }
        public bool IsDead { get; set; }
        public TurnOutcome? Outcome { get; set; }
    }
}
