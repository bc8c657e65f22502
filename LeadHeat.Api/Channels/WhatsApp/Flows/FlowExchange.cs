using System.Text.Json;
using LeadHeat.Api.Leads;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Channels.Flows;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Channels.WhatsApp.Flows;

/// <summary>
/// Says what a flow shows next. Nothing is stored here: what was entered so far travels with the screens, and comes as one signed delivery
/// at the end.
/// </summary>
internal sealed class FlowExchange(PlaybookLibrary playbooks, IOptions<MetaOptions> meta, TimeProvider clock)
{
    /// <summary>The answer's JSON; null where the flow is none of ours, or its playbook is not installed any more.</summary>
    public byte[]? Answer(FlowRequest request)
    {
        if (request.Action == "ping")
            return """{"data":{"status":"active"}}"""u8.ToArray();
        if (request.IsErrorReport)
            return """{"data":{"acknowledged":true}}"""u8.ToArray();
        if (FlowToken.Read(request.Token, meta.Value.TokenSecrets) is not { } token || !playbooks.TryGet(token.Playbook, out var playbook))
            return null;
        return Write(new FlowScreens(playbook).Next(request, (field, value) => WhatIsWrong(field, value, playbook)), request.Token!);
    }

    private string? WhatIsWrong(PlaybookField field, string value, Playbook playbook)
    {
        try
        {
            FactReader.Read(field.Name, value, playbook, Array.Empty<Fact>(), clock.GetUtcNow());
            return null;
        }
        catch (FieldRefused refused)
        {
            return refused.Message;
        }
    }

    private static byte[] Write(FlowStep step, string token)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("screen", step.Screen);
            writer.WriteStartObject("data");
            if (step.Screen == FlowScreens.End)
                WriteEnd(writer, step, token);
            else
                WriteScreen(writer, step);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteScreen(Utf8JsonWriter writer, FlowStep step)
    {
        writer.WriteString(FlowRequest.AnsweredMember, FlowRequest.Write(step.Answered));
        writer.WriteString(FlowRequest.ValueMember, step.Value);
        if (step.Error is not null)
            writer.WriteString("error_message", step.Error);
    }

    private static void WriteEnd(Utf8JsonWriter writer, FlowStep step, string token)
    {
        writer.WriteStartObject("extension_message_response");
        writer.WriteStartObject("params");
        writer.WriteString("flow_token", token);
        foreach (var (field, value) in step.Answered)
            writer.WriteString(field, value);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
