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
        var (expected, missing, named) = (0, 0, new List<string>());
        HashSet<string> seen = [];
        string? after = null;
        for (var page = 0; page < MostPages; page++)
        {
            // What was missing was not known here when it was counted; the next page may name it again.
            var (found, refused) = await ReadAsync(LeadAdsPage.PathOf(formId, since, after), cancellationToken);
            if (found is null)
                return new(formId, expected, expected - missing, named, refused);
            var ids = found.Ids.Where(seen.Add).ToArray();
            var absent = await store.MissingAsync(ids, cancellationToken);
            if (absent.Count > 0)
                await deliveries.StoreAsync(InboundChannel.LeadAds, new Dictionary<string, string> { ["Found"] = "reconciliation" }, LeadAdsPage.Delivery(formId, absent));
            (expected, missing) = (expected + ids.Length, missing + absent.Count);
            named.AddRange(absent.Take(MostNamed - named.Count));
            if (found.After is null || found.After == after)
                return new(formId, expected, expected - missing, named);
            after = found.After;
        }

        return new(formId, expected, expected - missing, named, $"It has more than {MostPages} pages: the rest was not compared.");
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
                return (null, $"Meta refuses it (code {answer.Code}): the form is gone, or the app may not read this page's leads.");
            if (attempt < MostTries)
                await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, attempt)), clock, cancellationToken);
        }

        throw new ComparisonStopped("Meta asks to wait, or does not answer. The next comparison goes on.");
    }
}

/// <summary>A comparison cannot go on.</summary>
internal sealed class ComparisonStopped(string why) : Exception(why);
