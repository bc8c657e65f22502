using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadHeat.Api.Data;

/// <summary>jsonb columns. Their names and values are LeadHeatJson's, because the turns' SQL writes the same columns through it.</summary>
internal static class JsonColumns
{
    /// <summary>A list of flat records as an EF complex collection.</summary>
    public static void HasJsonList<TEntity, T>(
        this EntityTypeBuilder<TEntity> entity, Expression<Func<TEntity, IEnumerable<T?>?>> list, string column)
        where TEntity : class
        where T : class =>
        entity.ComplexCollection(list, item =>
        {
            item.ToJson(column);
            foreach (var property in item.Metadata.ComplexType.GetProperties())
                property.SetJsonPropertyName(JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        });

    /// <summary>
    /// A document as a converted value: EF's complex types cannot hold dictionaries, plain lists, or records that are built
    /// from other records, as facts, dialogue states and outcomes are.
    /// </summary>
    public static void HasJsonDocument<T>(this PropertyBuilder<T> property, JsonTypeInfo type) => property
        .HasColumnType("jsonb")
        .HasConversion(
            value => JsonSerializer.Serialize(value, type),
            json => (T)JsonSerializer.Deserialize(json, type)!,
            new ValueComparer<T>(
                (left, right) => JsonSerializer.Serialize(left, type) == JsonSerializer.Serialize(right, type),
                value => JsonSerializer.Serialize(value, type).GetHashCode(StringComparison.Ordinal),
                value => value));
}
