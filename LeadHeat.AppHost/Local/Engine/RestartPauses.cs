namespace LeadHeat.AppHost.Local.Engine;

/// <summary>How long to wait before a process that died is started again: twice as long each time, from the beginning once it has held.</summary>
internal sealed class RestartPauses
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(60);

    private TimeSpan _next = Shortest;

    public TimeSpan After(TimeSpan lifetime)
    {
        var pause = lifetime > Steady ? Shortest : _next;
        _next = pause * 2 < Longest ? pause * 2 : Longest;
        return pause;
    }
}
