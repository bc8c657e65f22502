using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace LeadHeat.Api.Access;

/// <summary>What a token says: whose or which sign-in's it is, and until when it is good.</summary>
internal readonly record struct TokenContent(Guid Id, DateTimeOffset Until, int Generation);

/// <summary>Writes and reads tokens that nobody else can make. Whether a sign-in is still open stands in the database alone.</summary>
internal sealed class SignInTokens(IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan AccessLife = TimeSpan.FromHours(1);
    public static readonly TimeSpan SignInLife = TimeSpan.FromDays(14);
    public static readonly TimeSpan TicketLife = TimeSpan.FromMinutes(5);

    private const int IdBytes = 16;
    private const int ContentBytes = IdBytes + sizeof(long) + sizeof(int);

    private readonly IDataProtector _access = protection.CreateProtector("leadheat.sign-in.access");
    private readonly IDataProtector _refresh = protection.CreateProtector("leadheat.sign-in.refresh");
    private readonly IDataProtector _ticket = protection.CreateProtector("leadheat.sign-in.ticket");

    public string Access(Guid signIn) => Write(_access, new(signIn, clock.GetUtcNow() + AccessLife, 0));

    public string Refresh(Guid signIn, int generation) => Write(_refresh, new(signIn, clock.GetUtcNow() + SignInLife, generation));

    public string Ticket(Guid user) => Write(_ticket, new(user, clock.GetUtcNow() + TicketLife, 0));

    /// <summary>Null when it is none of ours, or too old.</summary>
    public TokenContent? ReadAccess(string token) => Read(_access, token);

    public TokenContent? ReadRefresh(string token) => Read(_refresh, token);

    public TokenContent? ReadTicket(string token) => Read(_ticket, token);

    private static string Write(IDataProtector protector, TokenContent content)
    {
        var bytes = new byte[ContentBytes];
        content.Id.TryWriteBytes(bytes);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(IdBytes), content.Until.UtcTicks);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(IdBytes + sizeof(long)), content.Generation);
        return Base64Url.EncodeToString(protector.Protect(bytes));
    }

    private TokenContent? Read(IDataProtector protector, string token)
    {
        if (!Base64Url.IsValid(token))
            return null;
        byte[] bytes;
        try
        {
            bytes = protector.Unprotect(Base64Url.DecodeFromChars(token));
        }
        catch (CryptographicException)
        {
            return null;
        }

        var until = new DateTimeOffset(BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(IdBytes)), TimeSpan.Zero);
        return until <= clock.GetUtcNow()
            ? null
            : new TokenContent(new Guid(bytes.AsSpan(0, IdBytes)), until, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(IdBytes + sizeof(long))));
    }
}
