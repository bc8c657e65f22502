var builder = DistributedApplication.CreateBuilder(args);

var adminEmail = builder.AddParameter("admin-email", "admin@leadheat.local");
var adminPassword = builder.AddParameter("admin-password", secret: true);
var adminKey = builder.AddParameter("admin-key", secret: true);
var serviceKey = builder.AddParameter("service-key", secret: true);

// A store of your own, named in the environment, takes the place of the one that would start here.
IResourceBuilder<IResourceWithConnectionString> leadsdb = IsGiven("leadsdb")
    ? builder.AddConnectionString("leadsdb")
    : builder.AddPostgres("postgres").WithDataVolume().AddDatabase("leadsdb");

IResourceBuilder<IResourceWithConnectionString> redis = IsGiven("redis")
    ? builder.AddConnectionString("redis")
    : builder.AddRedis("redis").WithDataVolume().WithPersistence();

var api = builder.AddProject<Projects.LeadHeat_Api>("api")
    .WithHttpEndpoint(port: Port("LEADHEAT_API_PORT", 8081))
    .WithHttpHealthCheck("/health")
    .WithReference(leadsdb).WaitFor(leadsdb)
    .WithReference(redis).WaitFor(redis)
    .WithEnvironment("Access__AdminEmail", adminEmail)
    .WithEnvironment("Access__AdminPassword", adminPassword)
    .WithEnvironment("Access__AdminKey", adminKey)
    .WithEnvironment("Access__ServiceKey", serviceKey);

if (args.Contains("--demo"))
    api.WithEnvironment("Demo__Load", "true");

// Without an account at Meta the app plays Meta's part itself.
if (args.Contains("--demo") && string.IsNullOrEmpty(builder.Configuration["Meta:AppSecret"]))
{
    api.WithEnvironment("Simulator__Enabled", "true")
        .WithEnvironment("Meta__AppSecret", builder.AddParameter("meta-app-secret", secret: true))
        .WithEnvironment("Meta__VerifyToken", builder.AddParameter("meta-verify-token", secret: true));
}

var worker = builder.AddProject<Projects.LeadHeat_Worker>("worker")
    .WithReplicas(2)
    .WithHttpEndpoint()
    .WithHttpHealthCheck("/health")
    .WithReference(redis).WaitFor(redis)
    .WithReference(api).WaitFor(api)
    .WithEnvironment("Access__ServiceKey", serviceKey);

if (IsGiven("model"))
{
    var model = builder.AddConnectionString("model");
    worker.WithReference(model);
    api.WithReference(model);
}

builder.AddProject<Projects.LeadHeat_Web>("web")
    .WithHttpEndpoint(port: Port("LEADHEAT_WEB_PORT", 8080))
    .WithExternalHttpEndpoints()
    .WithHttpHealthCheck("/health")
    .WithReference(api).WaitFor(api)
    .WithEnvironment("Access__ServiceKey", serviceKey);

builder.Build().Run();

bool IsGiven(string store) => !string.IsNullOrEmpty(builder.Configuration[$"ConnectionStrings:{store}"]);

// 0 asks for any free port.
int? Port(string variable, int usual) =>
    !int.TryParse(builder.Configuration[variable], out var wanted) ? usual : wanted == 0 ? null : wanted;
