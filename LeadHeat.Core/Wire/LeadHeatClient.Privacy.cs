using LeadHeat.Core.Privacy;

namespace LeadHeat.Core.Wire;

public sealed partial class LeadHeatClient
{
    public Task<ConsentLedger> GetConsentsAsync(Guid contactId, CancellationToken cancellationToken = default) =>
        GetAsync(Routes.Contact(contactId) + "/consents", Json.ConsentLedger, cancellationToken);

    public Task<ConsentLine> RecordConsentAsync(Guid contactId, RecordConsent consent, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, Routes.Contact(contactId) + "/consents", consent, Json.RecordConsent, Json.ConsentLine, cancellationToken);

    /// <summary>A visitor ticked a box of the web chat, or cleared it.</summary>
    public Task RecordVisitorConsentAsync(Guid sessionId, RecordConsent consent, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, $"{Routes.Sessions}/{sessionId}/consent", consent, Json.RecordConsent, cancellationToken);

    /// <summary>Deletes a person; until the time that comes back they can be restored. For admins.</summary>
    public async Task<DeletedPerson> DeletePersonAsync(Guid contactId, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Delete, Routes.Contact(contactId), null, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, Json.DeletedPerson, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>For admins.</summary>
    public async Task RestorePersonAsync(Guid contactId, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Post, Routes.Contact(contactId) + "/restore", null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Erases a person at once and for ever. For admins.</summary>
    public async Task<ErasureReceipt> ErasePersonAsync(Guid contactId, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(HttpMethod.Post, Routes.Contact(contactId) + "/erase", null, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, Json.ErasureReceipt, cancellationToken).ConfigureAwait(false);
    }

    public Task<Erasures> GetErasuresAsync(CancellationToken cancellationToken = default) => GetAsync(Routes.Erasures, Json.Erasures, cancellationToken);

    public Task<Retention> GetRetentionAsync(CancellationToken cancellationToken = default) => GetAsync(Routes.Retention, Json.Retention, cancellationToken);
}
