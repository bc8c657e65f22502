using System.Text;
using Microsoft.Extensions.AI;
using Wire = OpenAI.Chat;

namespace LeadHeat.Worker.Models;

/// <summary>Puts together what comes in pieces: a tool call's id and name come once, its arguments a few characters at a time.</summary>
internal sealed class StreamedAnswer
{
    // Longer arguments than any of our tools can want: the model has lost its way.
    private const int LongestArguments = 20_000;

    // Longer than anybody reads in a chat.
    private const int LongestReply = 20_000;

    private readonly SortedDictionary<int, PartialCall> _calls = [];
    private Wire.ChatFinishReason? _finish;
    private UsageContent? _usage;
    private int _length;

    /// <summary>The words of a piece; calls and usage are kept for the end.</summary>
    public IEnumerable<AIContent> Read(Wire.StreamingChatCompletionUpdate update)
    {
        _finish ??= update.FinishReason;
        foreach (var piece in update.ToolCallUpdates)
            Add(piece);
        if (update.Usage is { } usage)
            _usage = new(new UsageDetails { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount });
        foreach (var part in update.ContentUpdate)
        {
            if (part.Text is not { Length: > 0 } text)
                continue;
            _length += text.Length;
            if (_length > LongestReply)
                throw new ModelFailure(ModelFailure.BadAnswer);
            yield return new TextContent(text);
        }
    }

    /// <summary>The calls and the usage, once the stream has ended as it should.</summary>
    public IList<AIContent> Finish()
    {
        if (_finish is null)
            throw new ModelFailure(ModelFailure.CutOff);
        if (_finish is Wire.ChatFinishReason.Length or Wire.ChatFinishReason.ContentFilter)
            throw new ModelFailure(ModelFailure.BadAnswer);
        List<AIContent> contents = [.. _calls.Values.Select(call => ModelWire.Call(call.Id, call.Name, call.Arguments.ToString()))];
        if (_usage is not null)
            contents.Add(_usage);
        return contents;
    }

    private void Add(Wire.StreamingChatToolCallUpdate piece)
    {
        if (!_calls.TryGetValue(piece.Index, out var call))
            _calls[piece.Index] = call = new($"call_{piece.Index}", "");
        if (piece.ToolCallId is { Length: > 0 } id)
            call.Id = id;
        if (piece.FunctionName is { Length: > 0 } name)
            call.Name = name;
        if (piece.FunctionArgumentsUpdate is { } arguments)
            call.Arguments.Append(arguments);
        if (call.Arguments.Length > LongestArguments)
            throw new ModelFailure(ModelFailure.BadAnswer);
    }

    private sealed class PartialCall(string id, string name)
    {
        public string Id { get; set; } = id;
        public string Name { get; set; } = name;
        public StringBuilder Arguments { get; } = new();
    }
}
