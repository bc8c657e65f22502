using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace LeadHeat.Api.Live;

/// <summary>The wire form of server-sent events, written straight into the response.</summary>
internal static class ServerSentEvents
{
    /// <summary>A line that readers skip: it keeps proxies and clients from giving up.</summary>
    public static ReadOnlySpan<byte> Heartbeat => ": \n\n"u8;

    public static void Begin(HttpResponse response)
    {
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-cache";
        response.Headers["X-Accel-Buffering"] = "no";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    /// <summary><c>id: 7\nevent: delta\ndata: {"text":"Hi"}\n\n</c></summary>
    /// <param name="data">JSON on one line.</param>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> id, string name, ReadOnlySpan<byte> data)
    {
        output.Write("id: "u8);
        output.Write(id);
        output.Write("\nevent: "u8);
        Encoding.UTF8.GetBytes(name, output);
        output.Write("\ndata: "u8);
        output.Write(data);
        output.Write("\n\n"u8);
    }
}
