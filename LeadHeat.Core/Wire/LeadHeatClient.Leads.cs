using System.Globalization;
using LeadHeat.Core.Access;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;

namespace LeadHeat.Core.Wire;

public sealed partial class LeadHeatClient
{
    public Task<LeadPage> GetLeadsAsync(LeadQuery query, CancellationToken cancellationToken = default) =>
        query.Text is null
            ? GetAsync(Routes.Leads + ToQueryString(PartsOf(query)), Json.LeadPage, cancellationToken)
            : SearchAsync(Routes.LeadSearch, PartsOf(query), Json.LeadPage, cancellationToken);

    public Task<LeadCounts> GetLeadCountsAsync(CancellationToken cancellationToken = default) =>
        GetAsync(Routes.LeadCounts, Json.LeadCounts, cancellationToken);

    public Task<Pipeline> GetPipelineAsync(string? query = null, CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Pipeline + query, Json.Pipeline, cancellationToken);

    /// <summary>A lead; with a cursor of its transcript, that page of earlier messages.</summary>
    public Task<LeadDetail> GetLeadAsync(Guid id, string? transcript = null, CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Lead(id) + (transcript is null ? "" : "?transcript=" + Uri.EscapeDataString(transcript)), Json.LeadDetail, cancellationToken);

    public Task<LeadDetail> ChangeLeadAsync(Guid id, ChangeLead change, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Patch, Routes.Lead(id), change, Json.ChangeLead, Json.LeadDetail, cancellationToken);

    public Task<LeadDetail> QualifyAsync(Guid id, QualifyByHand judgement, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Lead(id) + "/qualify", judgement, Json.QualifyByHand, Json.LeadDetail, cancellationToken);

    public Task<Fact> SetFactAsync(Guid id, string field, SetFact fact, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Put, Routes.Lead(id) + "/facts/" + Uri.EscapeDataString(field), fact, Json.SetFact, Json.Fact, cancellationToken);

    public Task<MessageView> SendMessageAsync(Guid id, SendMessage message, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Lead(id) + "/messages", message, Json.SendMessage, Json.MessageView, cancellationToken);

    public Task<LeadRow> ChangeHandlingAsync(Guid id, Handling handling, int? ownerVersion = null, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Lead(id) + "/handling", new ChangeHandling(handling, ownerVersion), Json.ChangeHandling, Json.LeadRow, cancellationToken);

    public Task<TaskView> AddTaskAsync(Guid id, AddTask task, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Lead(id) + "/tasks", task, Json.AddTask, Json.TaskView, cancellationToken);

    public Task<TaskView> ChangeTaskAsync(Guid id, Guid taskId, ChangeTask change, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Patch, $"{Routes.Lead(id)}/tasks/{taskId}", change, Json.ChangeTask, Json.TaskView, cancellationToken);

    public Task<IReadOnlyList<TeamMember>> GetTeamAsync(CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Team, Json.IReadOnlyListTeamMember, cancellationToken);

    public Task<TeamMember> AddMemberAsync(AddMember member, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Team, member, Json.AddMember, Json.TeamMember, cancellationToken);

    /// <summary>All leads of a list as a file, not a page of them.</summary>
    public async Task<HttpResponseMessage> ExportLeadsAsync(LeadQuery query, CancellationToken cancellationToken = default)
    {
        using var body = BodyOf(FiltersOf(query));
        return await SendAsync(HttpMethod.Post, Routes.LeadExport, body, cancellationToken).ConfigureAwait(false);
    }

    private static List<(string Name, string Value)> PartsOf(LeadQuery query)
    {
        var parts = FiltersOf(query);
        if (query.Cursor is { } cursor)
            parts.Add(("cursor", cursor));
        parts.Add(("limit", query.Limit.ToString(CultureInfo.InvariantCulture)));
        return parts;
    }

    private static List<(string Name, string Value)> FiltersOf(LeadQuery query)
    {
        List<(string, string)> parts = [];
        void Add(string name, string? value)
        {
            if (value is not null)
                parts.Add((name, value));
        }

        foreach (var status in query.Status ?? [])
            Add("status", Words.Of(status));
        foreach (var heat in query.Heat ?? [])
            Add("heat", Words.Of(heat));
        foreach (var source in query.Source ?? [])
            Add("source", Words.Of(source));
        Add("playbook", query.Playbook);
        Add("owner", query.Owner);
        Add("waiting", query.Waiting?.ToString().ToLowerInvariant());
        Add("text", query.Text);
        Add("createdFrom", query.CreatedFrom?.ToString("O", CultureInfo.InvariantCulture));
        Add("createdTo", query.CreatedTo?.ToString("O", CultureInfo.InvariantCulture));
        Add("upload", query.Upload?.ToString());
        Add("figure", query.Figure);
        Add("sort", Words.Of(query.Sort));
        return parts;
    }
}
