using System.Diagnostics;
using OpenTelemetry;

namespace LeadHeat.ServiceDefaults;

/// <summary>Takes addresses, numbers and tokens out of spans before they are sent. A span with an event that holds one is not sent.</summary>
internal sealed class SpanRedaction : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        List<KeyValuePair<string, string>>? changed = null;
        foreach (ref readonly var tag in data.EnumerateTagObjects())
        {
            if (tag.Value is string text && Redactor.Redact(text) is var clean && !ReferenceEquals(clean, text))
                (changed ??= []).Add(new(tag.Key, clean));
        }

        foreach (var (key, clean) in changed ?? [])
            data.SetTag(key, clean);
        data.DisplayName = Redactor.Redact(data.DisplayName);
        if (data.StatusDescription is { } why)
            data.SetStatus(data.Status, Redactor.Redact(why));
        // An event cannot be changed: better no span than one with somebody's number in it.
        foreach (ref readonly var one in data.EnumerateEvents())
        {
            if (one.Tags.Any(tag => tag.Value is string text && !ReferenceEquals(Redactor.Redact(text), text)))
                data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }
}
