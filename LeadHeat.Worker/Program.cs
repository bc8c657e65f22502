using LeadHeat.ServiceDefaults;
using LeadHeat.Worker.Agent;
using LeadHeat.Worker.Jobs;
using LeadHeat.Worker.Models;
using LeadHeat.Worker.Tools;
using LeadHeat.Worker.Training;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddApi();
builder.AddTools();
builder.AddHostedModel();
builder.AddAgent();
builder.AddJobs();
builder.AddTraining();

var app = builder.Build();
app.MapDefaultEndpoints();
app.Run();
