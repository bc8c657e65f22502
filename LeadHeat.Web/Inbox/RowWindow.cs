namespace LeadHeat.Web.Inbox;

/// <summary>
/// Which of the loaded rows are drawn: those in view and some around. Blazor's Virtualize draws none before the browser has answered;
/// this begins with the first, so that a page comes with its leads.
/// </summary>
public sealed record RowWindow(int First, int Count)
{
    /// <summary>In pixels, as in tokens.css.</summary>
    public const int RowHeight = 64;

    private const int Most = 200;

    /// <summary>The rows of a tall screen.</summary>
    public static readonly RowWindow Beginning = new(0, 30);

    public int Above(int total) => Math.Min(First, total) * RowHeight;

    public int Below(int total) => Math.Max(0, total - First - Count) * RowHeight;

    /// <summary>What a browser asks for is kept to what can be in view.</summary>
    public static RowWindow Of(int first, int count) => new(Math.Max(0, first), Math.Clamp(count, Beginning.Count, Most));
}
