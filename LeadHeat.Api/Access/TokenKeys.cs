using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace LeadHeat.Api.Access;

/// <summary>The data-protection keys in Postgres. The framework's interface is synchronous, and asks about once a day.</summary>
internal sealed class TokenKeys(NpgsqlDataSource database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = database.CreateCommand("select xml from data_protection_keys order by created_at");
        using var reader = command.ExecuteReader();
        List<XElement> keys = [];
        while (reader.Read())
            keys.Add(XElement.Parse(reader.GetString(0)));
        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = database.CreateCommand(
            "insert into data_protection_keys (name, xml) values ($1, $2) on conflict (name) do update set xml = excluded.xml");
        command.Parameters.AddWithValue(friendlyName);
        command.Parameters.AddWithValue(element.ToString(SaveOptions.DisableFormatting));
        command.ExecuteNonQuery();
    }
}

internal static class FirstTokenKey
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    /// <summary>Makes the first key before anybody needs one, so that Apis that start together do not make one each.</summary>
    public static void EnsureKey(this IKeyManager keys, DateTimeOffset now)
    {
        if (keys.GetAllKeys().Count == 0)
            keys.CreateNewKey(now, now + Lifetime);
    }
}
