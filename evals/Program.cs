using System.Text.Json;
using LeadHeat.Evals;
using LeadHeat.Evals.Cases;
using LeadHeat.Evals.Messages;
using LeadHeat.Evals.Scores;

var scoreboard = new Scoreboard(Console.Out);
var folder = Environment.GetEnvironmentVariable("LEADHEAT_EVALS") ?? Path.Combine("artifacts", "evals");
var report = Path.Combine(folder, "report.json");

switch (args)
{
    case ["--case", var id]:
        return Show(id);
    case [] or ["--misses"] or ["--misses", _]:
        var run = Evaluation.OfShipped().Run(TimeProvider.System.GetUtcNow(), Reports.Read(report));
        Reports.Write(report, run);
        if (args.Length > 0)
            scoreboard.Misses(run, args.ElementAtOrDefault(1));
        else
            scoreboard.Write(run);
        return run.Measures.All(measure => measure.Reached) ? 0 : 1;
    case ["--ratchet"]:
        File.WriteAllText(Path.Combine("evals", "ratchet.json"), Ratchet.Of(Evaluation.OfShipped().Run(TimeProvider.System.GetUtcNow(), null)));
        return 0;
    default:
        Console.Error.WriteLine("./eval.sh [--misses [field] | --case id | --ratchet]");
        return 2;
}

static int Show(string id)
{
    if (CaseFiles.Messages().FirstOrDefault(one => one.Id == id) is not { } message)
    {
        Console.Error.WriteLine($"There is no case '{id}'.");
        return 2;
    }
    var answer = MessageEval.Answer(message, CaseFiles.Playbooks());
    Console.WriteLine($"{message.Text}\n{JsonSerializer.Serialize(answer, Readable.Default.JsonElement)}");
    foreach (var finding in MessageEval.Compare(message, answer))
        Console.WriteLine($"{(finding.IsRight ? "right " : finding.IsWrong ? "wrong " : "missed")} {finding.Part}: {finding.Expected ?? "nothing"}, found {finding.Found ?? "nothing"}");
    return 0;
}
