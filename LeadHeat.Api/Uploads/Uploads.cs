using LeadHeat.Api.Data;
using System.Security.Cryptography;
using System.Text;
using LeadHeat.Api.Access;
using LeadHeat.Api.Live;
using LeadHeat.Api.Problems;
using LeadHeat.Api.Scanning;
using LeadHeat.Core.Live;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Uploads;
using LeadHeat.Core.Wire;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LeadHeat.Api.Uploads;

/// <summary>Takes files of leads, and what people decide about them.</summary>
internal sealed class Uploads(
    [FromKeyedServices(Database.Imports)] NpgsqlDataSource database, UploadStore store, UploadPreview previews, UploadRunner runner, PlaybookLibrary playbooks,
    FileScanner scanner, LiveEvents live, IOptions<UploadLimits> limits, TimeProvider clock)
{
    private const int MostTries = 10;

    /// <summary>Stores the file; where its mapping is certain, the import begins.</summary>
    public async Task<(UploadEntry Entry, bool IsTooBig)> ReceiveAsync(HttpRequest request, Actor actor, CancellationToken cancellationToken)
    {
        var (id, name) = (Guid.CreateVersion7(clock.GetUtcNow()), "");
        var file = new ReceivedFile(id, limits.Value, scanner);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (transaction)
        {
            var values = await UploadBody.ReadAsync(request, async (fileName, body) =>
            {
                name = NameOf(fileName);
                await file.StoreAsync(connection, body, cancellationToken);
            }, cancellationToken);
            var opened = await OpenAsync(id, name, file, UploadWishes.Read(values, playbooks), actor, cancellationToken);
            var entry = file.IsUnscanned && opened.State != UploadState.Rejected ? opened with { State = UploadState.Unscanned, AfterScan = opened.State } : opened;
            if (entry.State == UploadState.Rejected)
                await transaction.RollbackAsync(cancellationToken);
            await UploadStore.InsertAsync(entry, file.Hash, actor, connection, cancellationToken);
            if (entry.State != UploadState.Rejected)
                await transaction.CommitAsync(cancellationToken);
            Tell(entry);
            return (entry, file.IsTooBig);
        }
    }

    /// <summary>Changes how a file is to be imported, and begins where that is wished. Null when there is no such upload.</summary>
    public async Task<UploadEntry?> MapAsync(Guid id, MapUpload change, CancellationToken cancellationToken)
    {
        // Two changes at once would each write back what the other one changed: the later one is made again on top of the earlier.
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await store.FindAsync(id, cancellationToken) is not { } entry)
                return null;
            var changed = await ChangedAsync(entry, change, cancellationToken);
            if (!await store.MapAsync(changed, cancellationToken))
                continue;
            Tell(changed);
            return changed;
        }
        throw new RuleViolation("Others change this upload's columns at the same time. Look at them, and try again.");
    }

    public async Task<bool> CancelAsync(Guid id, CancellationToken cancellationToken)
    {
        var cancelled = await store.CancelAsync(id, cancellationToken);
        live.Publish(LiveEventKind.UploadChanged);
        return cancelled;
    }

    public async Task<bool> ResumeAsync(Guid id, CancellationToken cancellationToken)
    {
        var resumed = await store.ResumeAsync(id, cancellationToken);
        runner.Wake();
        live.Publish(LiveEventKind.UploadChanged);
        return resumed;
    }

    private async Task<UploadEntry> ChangedAsync(UploadEntry entry, MapUpload change, CancellationToken cancellationToken)
    {
        if (entry.State != UploadState.Mapping || await store.HeadAsync(entry.Id, cancellationToken) is not { } head)
            throw new RuleViolation($"This upload is {Words.Of(entry.State)}: its columns cannot be changed any more.");
        var playbook = change.Playbook is null ? playbooks[entry.Playbook] : UploadWishes.Playbook(change.Playbook, playbooks);
        var encoding = change.Encoding is null ? entry.Encoding : UploadWishes.Encoding(change.Encoding);
        var delimiter = change.Delimiter is null ? entry.Dialect.Delimiter : UploadWishes.Delimiter(change.Delimiter);
        var file = FileOpening.Read(ReceivedFile.HeadOf(head, encoding, entry.Bytes <= head.Length), limits.Value.Csv, delimiter);
        if (file.Refusal is { } refusal)
            throw new FieldRefused(change.Delimiter is null ? "encoding" : "delimiter", refusal);
        var sameTable = file.Header.SequenceEqual(entry.Mapping.Select(column => column.Column));
        var before = sameTable && change.Playbook is null ? entry.Mapping : MappingProposer.Propose(file, playbook, null, limits.Value.Csv, clock.GetUtcNow());
        entry = entry with
        {
            Playbook = playbook.Name, Encoding = encoding, Dialect = file.Dialect, OnDuplicate = change.OnDuplicate ?? entry.OnDuplicate,
            Signature = SignatureOf(file.Header), Mapping = ChosenMapping.Of(before, change.Mapping ?? [], playbook),
            State = change.Start ? UploadState.Importing : UploadState.Mapping,
        };
        if (change.Start)
            ChosenMapping.Check(entry.Mapping);
        return entry with { Preview = await previews.ReadAsync(file, entry, cancellationToken) };
    }

    private async Task<UploadEntry> OpenAsync(Guid id, string name, ReceivedFile file, UploadWishes wishes, Actor actor, CancellationToken cancellationToken)
    {
        var encoding = wishes.Encoding() ?? file.Encoding;
        var opening = file.Refusal is { } refused ? new FileOpening(new(), [], [], [], refused) : FileOpening.Read(file.Head(encoding), limits.Value.Csv, wishes.Delimiter());
        var signature = SignatureOf(opening.Header);
        var remembered = opening.Refusal is null ? await store.RememberedAsync(signature, cancellationToken) : null;
        if (remembered is { } known && (known.Mapping.Count != opening.Header.Count || wishes.Playbook() is { } other && other.Name != known.Playbook))
            remembered = null;
        var playbook = wishes.Playbook() ?? (remembered is { } from && playbooks.TryGet(from.Playbook, out var before) ? before : null)
            ?? MappingProposer.PlaybookOf(opening.Header, playbooks.All.OrderByDescending(candidate => candidate.Name, StringComparer.Ordinal));
        var mapping = opening.Refusal is null ? MappingProposer.Propose(opening, playbook, remembered?.Mapping, limits.Value.Csv, clock.GetUtcNow()) : [];
        var entry = new UploadEntry
        {
            Id = id, FileName = name, Bytes = file.Length, Encoding = encoding, Dialect = opening.Dialect, Playbook = playbook.Name, OnDuplicate = wishes.OnDuplicate,
            Signature = signature, Mapping = mapping, Preview = [], Notices = await NoticesAsync(id, file, cancellationToken), Reason = opening.Refusal, Lines = file.Lines,
            CreatedBy = actor.Name, CreatedById = actor.Id, CreatedAt = clock.GetUtcNow(),
            State = opening.Refusal is not null ? UploadState.Rejected : wishes.Start && MappingProposer.IsCertain(mapping) ? UploadState.Importing : UploadState.Mapping,
        };
        return opening.Refusal is not null ? entry : entry with { Preview = await previews.ReadAsync(opening, entry, cancellationToken) };
    }

    private async Task<IReadOnlyList<string>> NoticesAsync(Guid id, ReceivedFile file, CancellationToken cancellationToken) =>
        file.Refusal is null && await store.BeforeAsync(file.Hash, id, cancellationToken) is var (name, at)
            ? [$"The very same file was imported before, as {name} on {at:d MMMM yyyy}."] : [];

    private void Tell(UploadEntry entry)
    {
        if (entry.State == UploadState.Importing)
            runner.Wake();
        live.Publish(LiveEventKind.UploadChanged);
    }

    private static string NameOf(string fileName)
    {
        var name = string.Concat(Path.GetFileName(fileName.Replace('\\', '/')).Where(sign => !char.IsControl(sign))).Trim();
        return name.Length == 0 ? "leads.csv" : name.Length > 200 ? name[..200] : name;
    }

    private static byte[] SignatureOf(IReadOnlyList<string> header) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', header.Select(title => title.Trim().ToLowerInvariant()))));
}
