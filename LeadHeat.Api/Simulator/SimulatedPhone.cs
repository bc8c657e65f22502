using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadHeat.Api.Channels.WhatsApp.Flows;
using LeadHeat.Api.Demo;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Channels.Flows;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Simulator;

/// <summary>The phone of somebody who does not exist: opens a flow that was sent, asks for its screens, encrypted, and sends what was filled in.</summary>
internal sealed class SimulatedPhone(FlowKeys keys, SignedDeliveries deliveries, TimeProvider clock)
{
    // More than a flow has screens: whoever is shown the same one for ever puts the phone away.
    private const int MostScreens = 20;
    private const int MostPeople = 10_000;

    public async Task FillInAsync(TakenMessage sent, CancellationToken cancellationToken)
    {
        var answers = SimulatedPeople.FlowAnswers(1, Dice.For(sent.Who).Below(MostPeople)).ToDictionary(answer => FlowScreens.NameOf(answer.Field), answer => answer.Answer);
        var shown = await AskAsync(new JsonObject { ["version"] = "3.0", ["action"] = "INIT", ["flow_token"] = sent.FlowToken }, cancellationToken);
        for (var screens = 0; shown is not null && screens < MostScreens; screens++)
        {
            var (screen, data) = (shown["screen"]!.ToString(), shown["data"]!);
            if (screen == FlowScreens.End)
            {
                await SendAsync(sent, data["extension_message_response"]!["params"]!.AsObject(), cancellationToken);
                return;
            }

            // What was not understood is left out.
            var value = data["error_message"] is null ? answers.GetValueOrDefault(screen, "") : "";
            shown = await AskAsync(new JsonObject
            {
                ["version"] = "3.0", ["action"] = "data_exchange", ["screen"] = screen, ["flow_token"] = sent.FlowToken,
                ["data"] = new JsonObject { [FlowRequest.AnsweredMember] = data[FlowRequest.AnsweredMember]?.DeepClone(), [FlowRequest.ValueMember] = value },
            }, cancellationToken);
        }
    }

    private Task<bool> SendAsync(TakenMessage sent, JsonObject answers, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var filled = SimulatedTraffic.Filled(sent.Who, $"{sent.Id}.filled", answers, now);
        return deliveries.SendAsync(
            InboundChannel.Whatsapp, SimulatedTraffic.Envelope(InboundChannel.Whatsapp, [SimulatedTraffic.Message(sent.Who, null, filled)], now), cancellationToken);
    }

    private async Task<JsonNode?> AskAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var (secret, vector) = (RandomNumberGenerator.GetBytes(FlowCipher.KeyLength), RandomNumberGenerator.GetBytes(FlowCipher.VectorLength));
        using var theirs = RSA.Create();
        theirs.ImportFromPem(keys.PublicKey);
        using var cipher = new FlowCipher(secret);
        var body = JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["encrypted_flow_data"] = Convert.ToBase64String(cipher.Encrypt(JsonSerializer.SerializeToUtf8Bytes(request), vector)),
            ["encrypted_aes_key"] = Convert.ToBase64String(theirs.Encrypt(secret, RSAEncryptionPadding.OaepSHA256)),
            ["initial_vector"] = Convert.ToBase64String(vector),
        });
        return await deliveries.PostAsync(Routes.FlowsWebhook, body, cancellationToken) is { } answer && cipher.Decrypt(Convert.FromBase64String(answer), FlowCipher.Inverted(vector)) is { } text
            ? JsonNode.Parse(text)
            : null;
    }
}
