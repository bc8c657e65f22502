using LeadHeat.Core.Playground;
using LeadHeat.Core.Wire;
using LeadHeat.Evals.Cases;
using LeadHeat.Evals.Conversations;
using LeadHeat.Evals.Messages;
using LeadHeat.Evals.Scores;

namespace LeadHeat.Evals;

/// <summary>Prints one case with all that was understood.</summary>
internal static class OneCase
{
    public static bool Show(string id, TextWriter writer)
    {
        var playbooks = CaseFiles.Playbooks();
        if (CaseFiles.Messages().FirstOrDefault(one => one.Id == id) is { } message)
        {
            var answer = MessageEval.Answer(message, playbooks);
            writer.WriteLine($"{message.Text}\n{Readable.Long(answer)}");
            Write(MessageEval.Compare(message, answer), writer);
            return true;
        }
        if (CaseFiles.Conversations().FirstOrDefault(one => one.Id == id) is not { } talk)
        {
            writer.WriteLine($"There is no case '{id}'.");
            return false;
        }
        var played = ConversationEval.Play(talk, playbooks);
        foreach (var reply in played.Replies)
            Write(reply, writer);
        Write(ConversationEval.Compare(talk, played), writer);
        return true;
    }

    private static void Write(PlayedReply reply, TextWriter writer)
    {
        writer.WriteLine($"> {reply.Message}\n{reply.Text}");
        writer.WriteLine($"    [{Words.Of(reply.Stage)}, {Words.Of(reply.Heat)} {reply.Score}] {string.Join("; ", reply.Trace.Understanding.Values.Select(fact => $"{fact.Field}: {fact.Display}"))}");
        var trace = reply.Trace;
        writer.WriteLine($"    {Words.Of(trace.Understanding.Intent)} {string.Join(' ', trace.Understanding.Cues)}; {trace.Understanding.Topic}; {string.Join(", ", trace.Tools.Select(tool => tool.Name))}; {string.Join(", ", trace.Rules.Select(rule => rule.Name))}\n");
    }

    private static void Write(IEnumerable<Finding> findings, TextWriter writer)
    {
        foreach (var finding in findings)
            writer.WriteLine($"{(finding.IsRight ? "right " : finding.IsWrong ? "wrong " : "missed")} {finding.Part}: {finding.Expected ?? "nothing"}, found {finding.Found ?? "nothing"}");
    }
}
