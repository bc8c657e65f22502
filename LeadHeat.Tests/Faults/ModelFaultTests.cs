using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.Worker;
using Microsoft.AspNetCore.Http;
using Xunit.Abstractions;
using static LeadHeat.Tests.Worker.FakeModel;

namespace LeadHeat.Tests.Faults;

/// <summary>Visitors talk while the hosted model does all that a model can do wrong; the ledger of the other faults decides.</summary>
[Collection("own app")]
[Trait("Suite", "Faults")]
public sealed class ModelFaultTests(ITestOutputHelper output)
{
    private static readonly Func<HttpContext, Task>[] s_wrong =
    [
        Refuse(500), Say("What may it cost?"), Refuse(429, "1"), Cut("Let me tell you. It is"), Babble(), Stop("I was just"), Say("And when would you like to move?"),
        Call(("no_such_tool", "{}")), Refuse(401), Flood(10_000_000, inPieces: true), Say(""), Hang("One moment"), Endless(),
    ];

    [Fact]
    public async Task A_model_that_refuses_breaks_off_babbles_floods_hangs_and_never_ends_loses_nothing()
    {
        await using var model = await StartAsync([.. Enumerable.Repeat(s_wrong, 50).SelectMany(each => each)]);
        await using var app = await RunningApp.StartAsync(new() { Environment = { ["ConnectionStrings__model"] = $"Endpoint={model.Endpoint};Key=secret;Model=fake-model" } });

        var traffic = await Traffic.StartAsync(app, FaultScale.Of(10, 100), 6);
        output.WriteLine(await FaultLedger.DecideAsync(app, traffic, "the model refuses, breaks off, babbles, floods, hangs, calls tools without end"));

        Assert.True(model.EndlessCalls > 3, $"{model.EndlessCalls} calls without end");
        Assert.True(model.Requests.Count >= s_wrong.Length, $"the model was asked {model.Requests.Count} times");
    }
}
