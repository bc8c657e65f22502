using System.Collections.Concurrent;
using System.Diagnostics;

namespace LeadHeat.Tests.AppHost;

/// <summary>Something of an app that is made once and good for a while: a sign-in ends after an hour, and a run of all tests may take longer.</summary>
internal sealed class Kept<T>
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(20);

    private readonly ConcurrentDictionary<RunningApp, (long Since, Lazy<Task<T>> Made)> _all = new();

    public Task<T> OfAsync(RunningApp app, Func<Task<T>> make) => _all.AddOrUpdate(
        app, _ => New(make), (_, kept) => Stopwatch.GetElapsedTime(kept.Since) < GoodFor ? kept : New(make)).Made.Value;

    private static (long, Lazy<Task<T>>) New(Func<Task<T>> make) => (Stopwatch.GetTimestamp(), new(make));
}
