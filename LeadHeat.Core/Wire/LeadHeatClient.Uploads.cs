using System.Net.Http.Headers;
using LeadHeat.Core.Uploads;

namespace LeadHeat.Core.Wire;

public sealed partial class LeadHeatClient
{
    /// <summary>Sends a file of leads; it is imported at once where it is certain what its columns are.</summary>
    /// <param name="start">False to look at the mapping first, however certain it is.</param>
    public async Task<UploadView> UploadAsync(
        string fileName, Stream file, OnDuplicate onDuplicate = OnDuplicate.Merge, string? playbook = null, bool start = true, CancellationToken cancellationToken = default)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Words.Of(onDuplicate)), "onDuplicate" },
            { new StringContent(start ? "true" : "false"), "start" },
        };
        if (playbook is not null)
            form.Add(new StringContent(playbook), "playbook");
        using var content = new StreamContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(content, "file", fileName);
        using var response = await SendAsync(HttpMethod.Post, Routes.Uploads, form, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, Json.UploadView, cancellationToken).ConfigureAwait(false);
    }

    public Task<UploadList> GetUploadsAsync(CancellationToken cancellationToken = default) => GetAsync(Routes.Uploads, Json.UploadList, cancellationToken);

    public Task<UploadView> GetUploadAsync(Guid id, CancellationToken cancellationToken = default) => GetAsync(Routes.Upload(id), Json.UploadView, cancellationToken);

    /// <summary>What columns can be.</summary>
    public Task<UploadChoices> GetUploadFieldsAsync(string playbook, CancellationToken cancellationToken = default) =>
        GetAsync($"{Routes.Uploads}/fields?playbook={Uri.EscapeDataString(playbook)}", Json.UploadChoices, cancellationToken);

    /// <summary>Says what the columns are, and begins the import unless that is not wished.</summary>
    public Task<UploadView> MapUploadAsync(Guid id, MapUpload change, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Put, Routes.Upload(id) + "/mapping", change, Json.MapUpload, Json.UploadView, cancellationToken);

    public Task<UploadView> CancelUploadAsync(Guid id, CancellationToken cancellationToken = default) => PostAsync(Routes.Upload(id) + "/cancel", cancellationToken);

    /// <summary>Goes on with what was cancelled or failed.</summary>
    public Task<UploadView> ResumeUploadAsync(Guid id, CancellationToken cancellationToken = default) => PostAsync(Routes.Upload(id) + "/resume", cancellationToken);

    public Task<UploadDuplicates> GetUploadDuplicatesAsync(Guid id, int after = 0, CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Upload(id) + "/duplicates" + (after == 0 ? "" : $"?after={after}"), Json.UploadDuplicates, cancellationToken);

    /// <summary>A file that the Api makes, such as an upload's rejects or the leads themselves; the caller disposes the response.</summary>
    /// <param name="path">Its address, with the query.</param>
    public Task<HttpResponseMessage> DownloadAsync(string path, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Get, path, null, cancellationToken);

    private async Task<UploadView> PostAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Post, path, null, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, Json.UploadView, cancellationToken).ConfigureAwait(false);
    }
}
