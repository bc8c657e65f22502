using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Api.Problems;
using LeadHeat.Api.Wire;
using LeadHeat.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase();
builder.AddProblems();
builder.AddWire();
builder.AddAccess();
builder.AddLive();

var app = builder.Build();
app.UseProblems();
app.UseAuthentication();
app.UseRateLimiter();
app.UseAuthorization();

app.MapDefaultEndpoints();
app.MapAccess();
app.MapLive().RequireAuthorization(Policies.TeamOrService);
app.Run();
