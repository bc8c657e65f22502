using LeadHeat.Evals;
using LeadHeat.Evals.Scores;

var scoreboard = new Scoreboard(Console.Out);
var folder = Environment.GetEnvironmentVariable("LEADHEAT_EVALS") ?? Path.Combine("artifacts", "evals");
var report = Path.Combine(folder, "report.json");

switch (args)
{
    case ["--case", .. { Length: > 0 } ids]:
        return ids.Aggregate(true, (found, id) => OneCase.Show(id, Console.Out) && found) ? 0 : 2;
    case [] or ["--misses"] or ["--misses", _]:
        var run = new Evaluation().Run(TimeProvider.System.GetUtcNow(), Reports.Read(report));
        Reports.Write(report, run);
        if (args.Length > 0)
            scoreboard.Misses(run, args.ElementAtOrDefault(1));
        else
            scoreboard.Write(run);
        return run.Measures.All(measure => measure.Reached) ? 0 : 1;
    case ["--ratchet"]:
        File.WriteAllText(Path.Combine("evals", "ratchet.json"), Ratchet.Of(new Evaluation().Run(TimeProvider.System.GetUtcNow(), null)));
        return 0;
    case ["--export"]:
        var kept = await Export.WriteAsync(Path.Combine("evals", "conversations"), Environment.GetEnvironmentVariable("LEADHEAT_DATA") ?? ".leadheat", CancellationToken.None);
        Console.WriteLine($"{kept} kept corrections are in evals/conversations/.");
        return 0;
    default:
        Console.Error.WriteLine("./eval.sh [--misses [field] | --case id … | --ratchet | --export]");
        return 2;
}
