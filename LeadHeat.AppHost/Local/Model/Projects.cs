namespace LeadHeat.AppHost.Local
{
    internal interface IProjectMetadata
    {
        string ProjectPath { get; }
    }
}

// The Aspire SDK generates these three; here they are written out. A path is relative to the solution.
namespace Projects
{
    internal sealed class LeadHeat_Api : LeadHeat.AppHost.Local.IProjectMetadata
    {
        public string ProjectPath => "LeadHeat.Api/LeadHeat.Api.csproj";
    }

    internal sealed class LeadHeat_Worker : LeadHeat.AppHost.Local.IProjectMetadata
    {
        public string ProjectPath => "LeadHeat.Worker/LeadHeat.Worker.csproj";
    }

    internal sealed class LeadHeat_Web : LeadHeat.AppHost.Local.IProjectMetadata
    {
        public string ProjectPath => "LeadHeat.Web/LeadHeat.Web.csproj";
    }
}
