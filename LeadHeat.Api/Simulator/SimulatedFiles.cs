namespace LeadHeat.Api.Simulator;

/// <summary>The two files that people who do not exist send: a picture of a plan, and the plan to print.</summary>
internal static class SimulatedFiles
{
    /// <summary>What the ids of pictures begin with.</summary>
    public const string Picture = "551";

    /// <summary>What the ids of plans begin with.</summary>
    public const string Plan = "552";

    public static (string Type, Stream Content)? Open(string id) => id switch
    {
        _ when id.StartsWith(Picture, StringComparison.Ordinal) => ("image/png", Read("demo.our-flat.png")),
        _ when id.StartsWith(Plan, StringComparison.Ordinal) => ("application/pdf", Read("demo.our-flat.pdf")),
        _ => null,
    };

    private static Stream Read(string name) => typeof(SimulatedFiles).Assembly.GetManifestResourceStream(name)!;
}
