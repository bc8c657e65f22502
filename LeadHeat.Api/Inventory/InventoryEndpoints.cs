using LeadHeat.Api.Access;
using LeadHeat.Api.Audit;
using LeadHeat.Core.Access;
using LeadHeat.Api.Visibility;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LeadHeat.Api.Inventory;

internal static class InventoryEndpoints
{
    private static readonly QueryParameters Query = new(
    [
        new("city", "The city's name."),
        new("area", "Any of these areas; repeat it for several.", [], Repeats: true),
        new("type", "Any of these types: apartment, villa …; repeat it for several.", [], Repeats: true),
        new("notArea", "None of these areas; repeat it for several.", [], Repeats: true),
        new("notType", "None of these types; repeat it for several.", [], Repeats: true),
        new("feature", "All of these are listed: pool, under construction …; repeat it for several.", [], Repeats: true),
        new("notFeature", "None of these is listed; repeat it for several.", [], Repeats: true),
        new("beds", "Exactly so many bedrooms; 0 is a studio."),
        new("bedsMin", "At least so many bedrooms."),
        new("bedsMax", "At most so many bedrooms."),
        new("priceMin", "At least this price."),
        new("priceMax", "At most this price."),
        new("currency", "Only prices in this currency, as ISO 4217 writes it."),
        new("text", "Words that have to be in title, place, features or description."),
        new("cursor", "The 'next' of the page before, with the same query."),
        new("limit", "How many, 1 to 100; 20 when not said."),
    ]);

    /// <summary>After whatever writes units at the start: the index reads them then.</summary>
    public static void AddInventory(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<UnitIndex>();
        builder.Services.AddHostedService(services => services.GetRequiredService<UnitIndex>());
        builder.Services.AddSingleton<UnitSearch>();
        builder.Services.AddSingleton<UnitFinder>();
        builder.Services.AddSingleton<UnitImport>();
    }

    public static void MapInventory(this IEndpointRouteBuilder routes)
    {
        var units = routes.MapGroup(Routes.Inventory).WithTags("Inventory").RequireAuthorization(Policies.TeamOrService).ShowsNoOthersLeads();
        units.MapGet("search", Search).WithSummary("Available units that fit, best first").WithMetadata(Query);
        units.MapPost("search", FindAll).NeedsScope(KeyScope.Read).ChangesNothing().WithSummary("Available units by somebody's own words, best first; what the words say for certain no hit breaks");
        units.MapGet("{id:guid}", FindAsync).WithSummary("One unit");
        routes.MapPost(Routes.Inventory + "/import", ImportAsync).WithTags("Inventory").RequireAuthorization(Policies.Admin)
            .WithSummary("Imports units, one JSON object a line; the same externalId again updates; for admins")
            .Accepts<UnitLine>("application/x-ndjson", "application/jsonl", "application/json", "text/plain")
            .WithMetadata(new DisableRequestSizeLimitAttribute());
    }

    private static Results<Ok<UnitPage>, ValidationProblem> Search(HttpRequest request, UnitSearch search)
    {
        var reader = new QueryReader(request.Query, Query);
        var query = Read(reader);
        return reader.Errors.Count > 0
            ? TypedResults.ValidationProblem(reader.Errors)
            : TypedResults.Ok(search.Search(query));
    }

    private static Results<Ok<UnitHits>, ValidationProblem> FindAll(UnitSearchRequest request, UnitFinder finder)
    {
        var errors = UnitRequestCheck.Errors(request);
        return errors.Count > 0 ? TypedResults.ValidationProblem(errors) : TypedResults.Ok(finder.Find(request));
    }

    private static UnitQuery Read(QueryReader query)
    {
        var beds = query.Amount("beds");
        var read = new UnitQuery(
            query.Text("city"), query.Texts("area"), query.Texts("type"), beds ?? query.Amount("bedsMin"), beds ?? query.Amount("bedsMax"),
            query.Amount("priceMin"), query.Amount("priceMax"), query.Text("currency"), query.Text("text"),
            query.Count("limit", most: 100, otherwise: 20), query.Cursor("cursor"),
            query.Texts("notArea"), query.Texts("notType"), query.Texts("feature"), query.Texts("notFeature"));
        if (beds is not null && (query.Amount("bedsMin") ?? query.Amount("bedsMax")) is not null)
            query.Refuse("beds", "Say either beds, or bedsMin and bedsMax.");
        if (read.BedsMin > read.BedsMax)
            query.Refuse("bedsMax", "It has to be at least bedsMin.");
        if (read.PriceMin > read.PriceMax)
            query.Refuse("priceMax", "It has to be at least priceMin.");
        if (read.Currency is { } currency && !UnitLine.IsCurrency(currency))
            query.Refuse("currency", $"'{currency}' is no currency: three letters, such as AED or INR.");
        if (read.Cursor is { } cursor && !Cursor.TryRead(cursor, UnitSearch.Order(read), out _))
            query.Refuse("cursor", "This is no cursor of a page of this query. Begin again without one.");
        return read;
    }

    private static async Task<Results<Ok<Unit>, ProblemHttpResult>> FindAsync(Guid id, UnitSearch search, CancellationToken cancellationToken) =>
        await search.FindAsync(id, cancellationToken) is { } unit
            ? TypedResults.Ok(unit)
            : TypedResults.Problem("There is no such unit.", statusCode: StatusCodes.Status404NotFound, title: "The unit is unknown");

    private static async Task<Ok<UnitImportResult>> ImportAsync(HttpRequest request, UnitImport import, CancellationToken cancellationToken) =>
        TypedResults.Ok(await import.RunAsync(request.BodyReader, cancellationToken));
}
