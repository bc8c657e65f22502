using LeadHeat.Api.Access;
using LeadHeat.Api.Conversations;
using LeadHeat.Api.Data;
using LeadHeat.Api.Inventory;
using LeadHeat.Api.Leads;
using LeadHeat.Api.Live;
using LeadHeat.Api.Problems;
using LeadHeat.Api.Turns;
using LeadHeat.Api.Wire;
using LeadHeat.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase();
builder.AddProblems();
builder.AddWire();
builder.AddAccess();
builder.AddLeads();
builder.AddInventory();
builder.AddLive();
builder.AddTurns();

var app = builder.Build();
app.UseProblems();
app.UseAuthentication();
app.UseRateLimiter();
app.UseAuthorization();

app.MapDefaultEndpoints();
app.MapAccess();
app.MapSessions();
app.MapTurns();
app.MapWork();
app.MapDeadTurns();
app.MapHandling();
app.MapLeads();
app.MapInventory();
app.MapLive().RequireAuthorization(Policies.TeamOrService);
app.Run();
