namespace LeadHeat.AppHost.Local.Engine;

internal sealed record Options(bool Fresh, bool Dashboard, bool Help, string? Unknown)
{
    // --demo is AppHost.cs's own.
    private static readonly string[] Known = ["--fresh", "--demo", "--no-dashboard", "--help", "-h"];

    public static Options From(string[] args) => new(
        Fresh: args.Contains("--fresh"),
        Dashboard: !args.Contains("--no-dashboard"),
        Help: args.Contains("--help") || args.Contains("-h"),
        Unknown: args.FirstOrDefault(arg => !Known.Contains(arg)));

    public static string Usage()
    {
        using var text = new StreamReader(typeof(Options).Assembly.GetManifestResourceStream("usage.txt")!);
        return text.ReadToEnd();
    }
}
