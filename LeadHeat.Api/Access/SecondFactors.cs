using System.Security.Cryptography;
using System.Text;
using LeadHeat.Api.Audit;
using LeadHeat.Api.Data;
using LeadHeat.Api.Privacy;
using LeadHeat.Core.Access;
using LeadHeat.Core.Wire;
using LeadHeat.ServiceDefaults;
using Npgsql;

namespace LeadHeat.Api.Access;

/// <summary>Codes of an app besides the password. The app's key is stored sealed, recovery codes as digests; each code is taken once.</summary>
internal sealed class SecondFactors(NpgsqlDataSource database, SealedFields seals, TimeProvider clock, [FromKeyedServices(Clocks.Machine)] TimeProvider machine)
{
    private const int RecoveryCodeCount = 10;
    private const int RecoveryCodeBytes = 10;

    /// <summary>A key that is not asked for before it is confirmed; null while another one is in use.</summary>
    public async Task<NewSecondFactor?> BeginAsync(Guid user, string email, CancellationToken cancellationToken)
    {
        var secret = RandomNumberGenerator.GetBytes(Totp.SecretBytes);
        await using var batch = database.CreateBatch();
        batch.Then("update users set totp_secret = $2, totp_step = null where id = $1 and not two_factor_enabled",
            Sql.Of(user), Sql.Bytes(seals.Seal(secret)));
        if (await batch.ExecuteNonQueryAsync(cancellationToken) == 0)
            return null;
        var key = Totp.ToBase32(secret);
        return new NewSecondFactor(key, Totp.Uri(email, key));
    }

    /// <summary>From now on codes are asked for; null when this one is wrong.</summary>
    public async Task<RecoveryCodes?> ConfirmAsync(User user, string code, Actor actor, CancellationToken cancellationToken)
    {
        if (user.TotpSecret is null || user.TwoFactorEnabled || Totp.Check(SecretOf(user), code, machine.GetUtcNow()) is not { } step)
            return null;
        var codes = Enumerable.Range(0, RecoveryCodeCount).Select(_ => NewCode()).ToList();
        await using var batch = database.CreateBatch();
        batch.Then("update users set two_factor_enabled = true, totp_step = $2 where id = $1", Sql.Of(user.Id), new NpgsqlParameter<long> { TypedValue = step });
        batch.Then("delete from recovery_codes where user_id = $1", Sql.Of(user.Id));
        batch.Then("insert into recovery_codes (user_id, code_hash) select $1, c from unnest($2) c", Sql.Of(user.Id), Sql.Of([.. codes.Select(Digest)]));
        batch.ThenAudit(actor, new("second_factor.on", "user", user.Id), clock);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return new RecoveryCodes(codes);
    }

    /// <param name="proof">By what somebody else than the member knew that it is the member who wants it; null where it is the member.</param>
    public async Task RemoveAsync(Guid user, Actor actor, IdentityProof? proof, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then("update users set two_factor_enabled = false, totp_secret = null, totp_step = null where id = $1", Sql.Of(user));
        batch.Then("delete from recovery_codes where user_id = $1", Sql.Of(user));
        batch.ThenAudit(actor, new("second_factor.off", "user", user) { After = proof is { } known ? new() { ["proof"] = Words.Of(known) } : null }, clock);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Whether a code is right; it is not a second time.</summary>
    public async Task<bool> TakeAsync(User user, string code, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        if (Totp.Check(SecretOf(user), code, machine.GetUtcNow()) is { } step)
            batch.Then("update users set totp_step = $2 where id = $1 and (totp_step is null or totp_step < $2)",
                Sql.Of(user.Id), new NpgsqlParameter<long> { TypedValue = step });
        else
            batch.Then("update recovery_codes set used_at = $3 where user_id = $1 and code_hash = $2 and used_at is null",
                Sql.Of(user.Id), Sql.Bytes(Digest(code)), Sql.Of(clock.GetUtcNow()));
        return await batch.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private byte[] SecretOf(User user) => seals.Open(user.TotpSecret!);

    // Eighty bits of chance: nobody finds one by trying, so a plain digest does.
    private static string NewCode() => string.Join('-', Totp.ToBase32(RandomNumberGenerator.GetBytes(RecoveryCodeBytes)).ToLowerInvariant().Chunk(4).Select(part => new string(part)));

    private static byte[] Digest(string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(new string([.. code.Where(char.IsAsciiLetterOrDigit)]).ToLowerInvariant()));
}
