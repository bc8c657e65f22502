using LeadHeat.ServiceDefaults;
using LeadHeat.Web;
using LeadHeat.Web.Access;
using LeadHeat.Web.Chat;
using LeadHeat.Web.HeatModels;
using LeadHeat.Web.Live;
using LeadHeat.Web.Overview;
using LeadHeat.Web.Shell;
using LeadHeat.Web.Uploads;

var builder = WebApplication.CreateBuilder(args);
// The build's own assets (the scoped styles) are found also when the app runs unpublished outside Development.
builder.WebHost.UseStaticWebAssets();
builder.AddServiceDefaults();
builder.Services.AddClocks();
builder.AddTeamAccess();
builder.Services.AddLive();
builder.Services.AddShell();
builder.AddChat();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();

var app = builder.Build();
app.UseForwardedHeaders();
app.UseHostCookies();
app.UseExceptionHandler("/error", createScopeForErrors: true);
app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
app.UsePageHeaders();
app.UseTeamHost();
// After the pages that stand for a fault, so that they are found when one is shown in place of another.
app.UseOriginCheck();
app.UseRouting();
app.UseAuthentication();
SignInEvents.UseSetUpFirst(app);
app.UseAuthorization();
app.UseAntiforgery();
app.MapDefaultEndpoints();
app.MapStaticAssets().AllowAnonymous();
app.MapSignOut();
app.MapChat();
app.MapPolicyReports();
app.MapDownloads();
app.MapOverviewFiles();
app.MapHeatFiles();
// The page headers say who may show our pages in a frame.
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
app.Run();
