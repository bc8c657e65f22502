using System.Security.Cryptography;
using System.Text;
using LeadHeat.Api.Data;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Privacy;

/// <summary>Keyed hashes of what people are known by: without the key nobody can try numbers until one fits. The key is in the database, sealed.</summary>
internal sealed class Marks(NpgsqlDataSource database, SealedFields sealedFields)
{
    private const string Name = "tombstones";
    private const int KeyLength = 32;

    private const string Make = "insert into privacy_secrets (name, sealed) values ($1, $2) on conflict (name) do nothing";
    private const string Read = "select sealed from privacy_secrets where name = $1";

    private byte[]? _key;

    public static string Email(string address) => "email " + address.Trim().ToLowerInvariant();

    public static string Phone(string number) => "phone " + Digits(number);

    /// <summary>By what a platform knows a person, as <c>channel_identities</c> has it.</summary>
    public static string Identity(string channel, string key) =>
        key.StartsWith("number:", StringComparison.Ordinal) ? Phone(key) : $"identity {channel} {key}";

    /// <summary>Something that a platform sent, by its id there.</summary>
    public static string Event(InboundChannel channel, string externalId) => $"event {Words.Of(channel)} {externalId}";

    /// <summary>A form that was filled in at Meta, by its id there.</summary>
    public static string Form(string leadgenId) => Event(InboundChannel.LeadAds, leadgenId);

    public async ValueTask<byte[][]> OfAsync(IEnumerable<string> known, CancellationToken cancellationToken)
    {
        var key = _key ??= await KeyAsync(cancellationToken);
        return [.. known.Distinct(StringComparer.Ordinal).Select(one => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(one)))];
    }

    private async Task<byte[]> KeyAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Make, Sql.Of(Name), Sql.Bytes(sealedFields.Seal(RandomNumberGenerator.GetBytes(KeyLength)))).Then(Read, Sql.Of(Name));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return sealedFields.Open(reader.GetFieldValue<byte[]>(0));
    }

    private static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));
}
