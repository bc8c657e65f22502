using LeadHeat.Core.Leads;
using LeadHeat.Web.Wording;

namespace LeadHeat.Web.Inbox;

/// <summary>One of the views that is a click away, with how many leads it holds.</summary>
public sealed record QuickView(string Title, string? Icon, InboxFilter Filter, Func<LeadCounts, int> Counted)
{
    public static readonly IReadOnlyList<QuickView> All =
    [
        new("All", null, new InboxFilter(), counts => counts.All),
        new("Waiting", null, new InboxFilter(Waiting: true), counts => counts.Waiting),
        new("Mine", null, new InboxFilter(Owner: "me"), counts => counts.Mine),
        new("Unassigned", null, new InboxFilter(Owner: "none"), counts => counts.Unassigned),
        OfHeat(Heat.Hot),
        OfHeat(Heat.Warm),
        OfHeat(Heat.Cold),
        OfHeat(Heat.Unqualified),
    ];

    /// <summary>The same view with the words, the order and the rest that are set now.</summary>
    public InboxFilter Within(InboxFilter now) => Filter with
    {
        Text = now.Text, Sort = now.Sort, Status = now.Status, Source = now.Source, Upload = now.Upload, Playbook = now.Playbook, CreatedFrom = now.CreatedFrom,
        CreatedTo = now.CreatedTo, Figure = now.Figure,
    };

    public bool IsShown(InboxFilter now) => Within(now) == now;

    private static QuickView OfHeat(Heat heat) =>
        new(Say.Heat(heat), heat.ToString().ToLowerInvariant(), new InboxFilter(heat), counts => counts.Heat.GetValueOrDefault(heat));
}
