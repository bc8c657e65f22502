using LeadHeat.Core.Playbooks;

namespace LeadHeat.Tests.Core;

/// <summary>The playbooks that the product ships, read once for all tests.</summary>
internal static class Shipped
{
    public static readonly PlaybookLibrary Playbooks = PlaybookLibrary.FromFolder(Path.Combine(AppContext.BaseDirectory, "playbooks"));

    public static Playbook RealEstate => Playbooks["real-estate"];
    public static Playbook Cafe => Playbooks["cafe"];
    public static Playbook B2b => Playbooks["b2b"];
}
