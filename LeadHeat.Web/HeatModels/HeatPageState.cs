using LeadHeat.Core.HeatModels;

namespace LeadHeat.Web.HeatModels;

/// <summary>What the heat model's page shows.</summary>
public sealed class HeatPageState
{
    private readonly List<Disagreement> _disagreements = [];
    private Guid? _chosen;

    public HeatModelList? Models { get; private set; }
    public HeatModelReport? Report { get; private set; }
    public IReadOnlyList<Disagreement> Disagreements => _disagreements;

    /// <summary>Where the next page of disagreements begins; null at their end.</summary>
    public string? Next { get; private set; }

    /// <summary>The training that runs.</summary>
    public HeatModelView? Running => Models?.Models.FirstOrDefault(IsOpen);

    /// <summary>Why the last training brought nothing; null when it did, or one runs.</summary>
    public string? Failure => Running is null && Models?.Models is [{ State: HeatModelState.Failed, Message: { } message }, ..] ? message : null;

    /// <summary>The model whose report is shown: the chosen one, else the one that scores, else the newest.</summary>
    public Guid? ToShow(HeatModelList models)
    {
        var done = models.Models.Where(model => model.State == HeatModelState.Done).ToList();
        return (done.FirstOrDefault(model => model.Id == _chosen) ?? done.FirstOrDefault(model => model.Active) ?? done.FirstOrDefault())?.Id;
    }

    public void Choose(Guid? id) => _chosen = id;

    public void Take(HeatModelShown shown)
    {
        (Models, Report, Next) = (shown.Models, shown.Report, shown.Disagreements.Next);
        _disagreements.Clear();
        _disagreements.AddRange(shown.Disagreements.Items);
    }

    public void Add(Disagreements page)
    {
        _disagreements.AddRange(page.Items);
        Next = page.Next;
    }

    private static bool IsOpen(HeatModelView model) => model.State is HeatModelState.Queued or HeatModelState.Training;
}
