using System.Text.Json;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LeadHeat.Api.Data;

/// <summary>How members are called in the database: SizeM2 is size_m2, and an enum's value is its word on the wire.</summary>
internal static class Naming
{
    public static void UseSnakeCaseColumns(this ModelBuilder builder)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetDeclaredProperties()))
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
    }

    public static void StoreEnumsAsWords(this ModelConfigurationBuilder configuration)
    {
        Word<LeadStatus>(configuration);
        Word<Heat>(configuration);
        Word<LeadSource>(configuration);
        Word<Handling>(configuration);
        Word<LeadTaskStatus>(configuration);
        Word<ActivityKind>(configuration);
        Word<Channel>(configuration);
        Word<MessageAuthor>(configuration);
        Word<Recommendation>(configuration);
        Word<FactSource>(configuration);
    }

    private static void Word<T>(ModelConfigurationBuilder configuration) where T : struct, Enum =>
        configuration.Properties<T>().HaveConversion<WordConverter<T>>();

    private sealed class WordConverter<T>() : ValueConverter<T, string>(value => Words.Of(value), word => Words.Parse<T>(word))
        where T : struct, Enum;
}
