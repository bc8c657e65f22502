using LeadHeat.Core.Playground;
using LeadHeat.Core.Wire;

namespace LeadHeat.Web.Playground;

/// <summary>What is being tried: the words, the light in which they are read, and what came of it.</summary>
public sealed class PlaygroundState(LeadHeatClient api)
{
    private readonly List<string> _said = [];

    public IReadOnlyList<PlaygroundPlaybook> Playbooks { get; private set; } = [];
    public string Playbook { get; private set; } = "";
    public bool IsConversation { get; private set; }

    /// <summary>What "next month" counts from; null for now.</summary>
    public DateOnly? Date { get; set; }

    /// <summary>The question that the message answers; empty when none.</summary>
    public string Context { get; set; } = "";
    public string Text { get; set; } = "";
    public bool Busy { get; private set; }
    public string? Fault { get; private set; }

    public UnderstoodText? Understood { get; private set; }

    /// <summary>The words that were understood: the box may hold others by now.</summary>
    public string UnderstoodWords { get; private set; } = "";

    /// <summary>What the visitor has said so far.</summary>
    public IReadOnlyList<string> Said => _said;
    public PlayedConversation? Played { get; private set; }

    public IReadOnlyList<string> Contexts => Playbooks.FirstOrDefault(known => known.Name == Playbook)?.Contexts ?? [];

    public async Task LoadAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            Playbooks = await api.GetPlaygroundPlaybooksAsync(cancellationToken);
        }
        catch (LeadHeatException refused)
        {
            Fault = refused.Title;
        }
    }

    /// <summary>Another business makes what was said void; what stands in the box stays.</summary>
    public void Choose(string? playbook, bool conversation)
    {
        IsConversation = conversation;
        var chosen = Playbooks.FirstOrDefault(known => known.Name == playbook) ?? (Playbooks.Count > 0 ? Playbooks[0] : null);
        if (chosen is null || chosen.Name == Playbook)
            return;
        Playbook = chosen.Name;
        Context = "";
        Understood = null;
        Restart();
    }

    public void Restart()
    {
        _said.Clear();
        Played = null;
        Fault = null;
    }

    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (Busy || string.IsNullOrWhiteSpace(Text))
            return;
        (Busy, Fault) = (true, null);
        try
        {
            await (IsConversation ? PlayAsync(cancellationToken) : UnderstandAsync(cancellationToken));
        }
        catch (LeadHeatException refused)
        {
            Fault = refused.Message;
        }
        finally
        {
            Busy = false;
        }
    }

    private string? ReferenceDate => Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task UnderstandAsync(CancellationToken cancellationToken)
    {
        var words = Text;
        Understood = await api.UnderstandAsync(
            new UnderstandRequest(words, Playbook: Playbook, ReferenceDate: ReferenceDate, Context: Context.Length > 0 ? Context : null), cancellationToken);
        UnderstoodWords = words;
    }

    // The whole conversation is played anew: the same messages always give the same answers.
    private async Task PlayAsync(CancellationToken cancellationToken)
    {
        string[] all = [.. _said, .. Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        Played = await api.PlayConversationAsync(new PlayConversation(Playbook, all, ReferenceDate), cancellationToken);
        _said.Clear();
        _said.AddRange(all);
        Text = "";
    }
}
