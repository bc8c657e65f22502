using System.Collections.Concurrent;
using System.Diagnostics;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Api;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Faults;

/// <summary>Visitors who talk while things break. As a browser does, each sends a message again until its reply is whole, under the same id.</summary>
internal sealed class Traffic
{
    private static readonly string[] Lines =
    [
        "Looking for a 2BHK in Whitefield", "My budget is under 2 Cr", "Moving within 3 months", "The loan is approved", "What do you have near a school?",
        "Make it 3 bedrooms", "I would like to visit on Saturday", "Thanks, that helps",
    ];

    // A connection that is open and says nothing is given up, as a browser gives it up.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // Who asks again without one is sent away for a minute: 60 messages are what a conversation may send in it.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly RunningApp _app;
    private readonly ConcurrentDictionary<string, bool> _answered = [];
    private readonly ConcurrentDictionary<string, bool> _acknowledged = [];
    private readonly Task _talks;

    private Traffic(RunningApp app, Visitor[] visitors, int each)
    {
        (_app, Planned) = (app, visitors.Length * each);
        Conversations = [.. visitors.Select(visitor => visitor.ConversationId)];
        _talks = Task.WhenAll(visitors.Select((visitor, number) => TalkAsync(visitor, number, each)));
    }

    /// <summary>How many messages there are going to be.</summary>
    public int Planned { get; }

    public IReadOnlyList<Guid> Conversations { get; }

    /// <summary>Ids of the messages that the Api said it has.</summary>
    public IReadOnlyCollection<string> Acknowledged => [.. _acknowledged.Keys];

    public static async Task<Traffic> StartAsync(RunningApp app, int visitors, int each, LeadHeatClient? api = null)
    {
        api ??= app.Service();
        var arrived = await Task.WhenAll(Enumerable.Range(0, visitors).Select(async _ => new Visitor(app, api, await ArriveAsync(api))));
        return new(app, arrived, each);
    }

    /// <summary>Waits until this share of all messages is answered.</summary>
    public Task ReachedAsync(double share) =>
        Eventually.TrueAsync(() => _answered.Count >= share * Planned, FaultScale.Limit, () => $"{_answered.Count} of {Planned} answered\n{_app.Output}");

    /// <summary>Waits until all are answered; how long that took.</summary>
    public async Task<TimeSpan> EndAsync()
    {
        var began = Stopwatch.GetTimestamp();
        await _talks;
        return Stopwatch.GetElapsedTime(began);
    }

    private async Task TalkAsync(Visitor visitor, int number, int each)
    {
        for (var place = 0; place < each; place++)
        {
            var id = $"m{number}-{place}-{Guid.NewGuid():N}";
            var line = Lines[place % Lines.Length];
            await Eventually.TrueAsync(() => TryAsync(visitor, line, id), FaultScale.Limit, () => $"{id} is not answered\n{_app.Output}");
            _answered[id] = true;
        }
    }

    private async Task<bool> TryAsync(Visitor visitor, string line, string id)
    {
        try
        {
            var told = await visitor.SayAsync(line, id).WaitAsync(Patience);
            _acknowledged[id] = true;
            return told is [.., { Kind: TurnEventKind.Done or TurnEventKind.Handoff }];
        }
        catch (Exception broken) when (IsFault(broken))
        {
            await Task.Delay(Pause);
            return false;
        }
    }

    private static async Task<SessionStarted> ArriveAsync(LeadHeatClient api)
    {
        SessionStarted? started = null;
        await Eventually.TrueAsync(
            async () =>
            {
                try
                {
                    started = await api.StartSessionAsync(new StartSession("real-estate"));
                    return true;
                }
                catch (Exception broken) when (IsFault(broken))
                {
                    return false;
                }
            },
            FaultScale.Limit, () => "no session");
        return started!;
    }

    private static bool IsFault(Exception broken) =>
        broken is LeadHeatException or HttpRequestException or IOException or OperationCanceledException or TimeoutException or System.Text.Json.JsonException;
}
