using System.Globalization;
using LeadHeat.Core.Identity;

namespace LeadHeat.Core.Wire;

public sealed partial class LeadHeatClient
{
    /// <summary>Who may be one person, or was made one; of several states when none is named: proposed and done.</summary>
    public Task<MergePage> GetMergesAsync(MergeState? state = null, string? cursor = null, int limit = 50, CancellationToken cancellationToken = default) => GetAsync(
        string.Create(CultureInfo.InvariantCulture, $"{Routes.Merges}?limit={limit}") + (state is { } only ? $"&state={Words.Of(only)}" : "")
            + (cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}"), Json.MergePage, cancellationToken);

    public Task<MergeView> GetMergeAsync(Guid id, CancellationToken cancellationToken = default) =>
        GetAsync($"{Routes.Merges}/{id}", Json.MergeView, cancellationToken);

    public Task<MergeView> AcceptMergeAsync(Guid id, CancellationToken cancellationToken = default) =>
        DecideAsync($"{Routes.Merges}/{id}/accept", cancellationToken);

    public Task<MergeView> RejectMergeAsync(Guid id, CancellationToken cancellationToken = default) =>
        DecideAsync($"{Routes.Merges}/{id}/reject", cancellationToken);

    /// <summary>Takes a merge apart again; only some of its fields when they are named.</summary>
    public Task<MergeView> UndoMergeAsync(Guid id, IReadOnlyList<string>? fields = null, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, $"{Routes.Merges}/{id}/undo", new UndoMerge(fields), Json.UndoMerge, Json.MergeView, cancellationToken);

    public Task<ContactDetail> GetContactAsync(Guid id, CancellationToken cancellationToken = default) =>
        GetAsync($"{Routes.Contacts}/{id}", Json.ContactDetail, cancellationToken);

    /// <summary>Unites two people; the first one stays.</summary>
    public Task<MergeView> MergeContactsAsync(Guid stays, Guid with, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, $"{Routes.Contacts}/{stays}/merge", new MergeContacts(with), Json.MergeContacts, Json.MergeView, cancellationToken);

    private async Task<MergeView> DecideAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Post, path, null, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, Json.MergeView, cancellationToken).ConfigureAwait(false);
    }
}
