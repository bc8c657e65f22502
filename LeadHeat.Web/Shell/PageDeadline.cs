namespace LeadHeat.Web.Shell;

/// <summary>
/// How long a page may wait for what it shows before it is sent without it. Its circuit then goes on waiting, with the page in sight and its
/// skeleton where the content will be: nobody looks at a blank window while the Api is slow.
/// </summary>
public sealed class PageDeadline(TimeProvider clock, IConfiguration configuration) : IDisposable
{
    /// <summary>The configuration key of the seconds; 1 when not said.</summary>
    public const string Setting = "Pages:WaitSeconds";

    private CancellationTokenSource? _source;

    /// <summary>Never in a circuit: there is a page to look at.</summary>
    public CancellationToken Passed => _source?.Token ?? CancellationToken.None;

    /// <summary>A page is asked for.</summary>
    public void Begin() => _source ??= new CancellationTokenSource(TimeSpan.FromSeconds(configuration.GetValue(Setting, 1.0)), clock);

    public void Dispose() => _source?.Dispose();
}
