using LeadHeat.Worker.Models;

namespace LeadHeat.Tests.Worker;

/// <summary>An agent whose model is a fake one.</summary>
internal static class HostedUnderTest
{
    /// <summary>For models that never come to a word; a busy machine makes every model slower than this.</summary>
    public static readonly ModelLimits Hasty = new()
    {
        FirstWords = TimeSpan.FromSeconds(1),
        Silence = TimeSpan.FromSeconds(1),
        Turn = TimeSpan.FromSeconds(5),
        FirstPause = TimeSpan.FromMilliseconds(10),
        LongestPause = TimeSpan.FromSeconds(2),
    };

    private static readonly ModelLimits Patient = Hasty with { FirstWords = TimeSpan.FromSeconds(20), Silence = TimeSpan.FromSeconds(20), Turn = TimeSpan.FromSeconds(50) };

    public static AgentUnderTest Agent(FakeModel model, ModelLimits? limits = null, TimeProvider? clock = null)
    {
        var connection = ModelConnection.Parse($"Endpoint={model.Endpoint};Key=secret;Model=fake-model");
        limits ??= Patient;
        return new AgentUnderTest(new HostedChatClient(connection, new HttpClient(new AnswerLimit { InnerHandler = new SocketsHttpHandler() }), limits, TimeProvider.System), limits, clock);
    }
}
