using System.Text.Json.Nodes;
using LeadHeat.Core.Wire;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LeadHeat.Api.Wire;

/// <summary>The description of the Api at /openapi/v1.json, with what the endpoints' signatures do not tell.</summary>
internal static class OpenApiDocument
{
    private const string Bearer = "bearer";
    private const string Key = "key";
    private const string Problem = "ProblemDetails";

    public static void AddOpenApiDocument(this IHostApplicationBuilder builder) => builder.Services.AddOpenApi(options =>
    {
        options.AddDocumentTransformer(DescribeAsync);
        options.AddOperationTransformer(AddParametersAsync);
        options.AddOperationTransformer(AddRefusalsAsync);
    });

    private static Task DescribeAsync(
        Microsoft.OpenApi.OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "LeadHeat", Version = "1", Description = "Conversations in, scored and explained leads out. Every error is a ProblemDetails.",
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer", Description = $"The access token of POST {Routes.SignIn}.",
            },
            [Key] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = Routes.ApiKeyHeader, Description = "The key of a machine.",
            },
        };
        return Task.CompletedTask;
    }

    private static Task AddParametersAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var parameters = Metadata<QueryParameters>(context).SelectMany(parameters => parameters.All).ToList();
        if (parameters.Count > 0 && context.Description.HttpMethod == HttpMethods.Post)
        {
            operation.RequestBody = BodyOf(parameters);
            return Task.CompletedTask;
        }

        foreach (var parameter in parameters)
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = parameter.Name, In = ParameterLocation.Query, Description = parameter.Description, Schema = SchemaOf(parameter),
            });
        return Task.CompletedTask;
    }

    private static OpenApiRequestBody BodyOf(List<QueryParameter> parameters) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/json"] = new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = parameters.ToDictionary(parameter => parameter.Name, IOpenApiSchema (parameter) =>
                    {
                        var schema = SchemaOf(parameter);
                        schema.Description = parameter.Description;
                        return schema;
                    }),
                },
            },
        },
    };

    private static OpenApiSchema SchemaOf(QueryParameter parameter)
    {
        var one = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = parameter.Words.Count == 0 ? null : [.. parameter.Words.Select(word => (JsonNode)JsonValue.Create(word))],
        };
        return parameter.Repeats ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one } : one;
    }

    private static async Task AddRefusalsAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Document is { } document && document.Components?.Schemas?.ContainsKey(Problem) != true)
            document.AddComponent(Problem, await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, cancellationToken));
        var problem = new OpenApiSchemaReference(Problem, context.Document);
        var closed = Metadata<IAllowAnonymous>(context).Count == 0;
        (string Status, string Text)[] refusals =
        [
            .. operation.RequestBody is null ? Array.Empty<(string, string)>() : [("400", "The body is wrong; the answer names the field")],
            .. context.Description.RelativePath!.Contains('{') ? [("404", "Unknown")] : Array.Empty<(string, string)>(),
            .. closed ? [("401", "Not signed in"), ("403", "Another role is needed")] : Array.Empty<(string, string)>(),
            ("429", "Too many requests; come back after Retry-After"),
            ("503", "The database is away; come back after Retry-After"),
        ];
        operation.Responses ??= [];
        foreach (var (status, text) in refusals)
            operation.Responses.TryAdd(status, new OpenApiResponse
            {
                Description = text, Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = problem } },
            });
        if (closed)
            operation.Security = [Requirement(Bearer, context), Requirement(Key, context)];
    }

    private static OpenApiSecurityRequirement Requirement(string scheme, OpenApiOperationTransformerContext context) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] };

    private static List<T> Metadata<T>(OpenApiOperationTransformerContext context) =>
        [.. context.Description.ActionDescriptor.EndpointMetadata.OfType<T>()];
}
