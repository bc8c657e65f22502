using LeadHeat.Api.Inbound;
using LeadHeat.Core.Channels;

namespace LeadHeat.Api.Channels.LeadAds;

/// <summary>Compares one form's leads at Meta with what came, page by page, and brings what is missing through the one door.</summary>
internal sealed class FormComparison(Graph graph, ReconciliationStore store, Deliveries deliveries, TimeProvider clock)
{
    private const int MostPages = 1000;
    private const int MostNamed = 100;
    private const int MostTries = 8;

    /// <exception cref="ComparisonStopped">Nothing can be compared now.</exception>
    public async Task<ReconciledForm> CompareAsync(string formId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var sum = new ReconciledForm(formId, 0, 0, []);
        HashSet<string> seen = [];
        string? after = null;
        for (var page = 0; page < MostPages; page++)
        {
            // What was missing was not known here when it was counted; the next page may name it again.
            var (found, refused) = await ReadAsync(LeadAdsPage.PathOf(formId, since, after), cancellationToken);
            if (found is null)
                return sum with { Failure = refused };
            sum = await AddAsync(sum, [.. found.Ids.Where(seen.Add)], cancellationToken);
            if (found.After is null || found.After == after)
                return sum;
            after = found.After;
        }

        return sum with { Failure = $"It has more than {MostPages} pages: the rest was not compared." };
    }

    // Who was deleted stays deleted: not even the number of what they sent is stored again.
    private async Task<ReconciledForm> AddAsync(ReconciledForm sum, string[] ids, CancellationToken cancellationToken)
    {
        var standings = await store.StandingsAsync(ids, cancellationToken);
        int Count(LeadStanding standing) => standings.Count(each => each.Standing == standing);
        string[] Of(LeadStanding standing) => [.. standings.Where(each => each.Standing == standing).Select(each => each.Id)];
        if (Of(LeadStanding.Missing) is { Length: > 0 } absent)
            await deliveries.StoreAsync(InboundChannel.LeadAds, new Dictionary<string, string> { ["Found"] = "reconciliation" }, LeadAdsPage.Delivery(sum.FormId, absent), DeliveryVerdict.Fetched);
        if (Of(LeadStanding.Lost) is { Length: > 0 } lost)
            await store.ReopenAsync(lost, cancellationToken);
        var gone = standings.Where(each => each.Standing is LeadStanding.Missing or LeadStanding.Lost).Select(each => each.Id);
        return sum with
        {
            Expected = sum.Expected + ids.Length, Have = sum.Have + Count(LeadStanding.Here), Missing = [.. sum.Missing, .. gone.Take(MostNamed - sum.Missing.Count)],
            Waiting = sum.Waiting + Count(LeadStanding.Waiting), Stuck = sum.Stuck + Count(LeadStanding.Stuck), Erased = sum.Erased + Count(LeadStanding.Erased),
        };
    }

    // Meta counts requests: the longer it asks to wait the longer we do.
    private async Task<(LeadAdsPage? Page, string? Refused)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            var answer = await graph.GetAsync(path, cancellationToken);
            if (answer.Outcome == GraphOutcome.Good)
                return LeadAdsPage.Read(answer.Body) is { } page ? (page, null) : (null, "What Meta answered is no list of leads.");
            if (answer.Outcome == GraphOutcome.TokenExpired)
                throw new ComparisonStopped(TokenTrouble.Expired);
            if (answer.Outcome == GraphOutcome.Refused)
                return (null, $"{answer.Refusal} The form is gone, or the app may not read this page's leads.");
            if (attempt < MostTries)
                await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, attempt)), clock, cancellationToken);
        }

        throw new ComparisonStopped("Meta asks to wait, or does not answer. The next comparison goes on.");
    }
}

/// <summary>A comparison cannot go on.</summary>
internal sealed class ComparisonStopped(string why) : Exception(why);
