using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>
/// What a playbook's examples teach: learned once, however many ask for it at the same time. Copies of a playbook share it; they differ in
/// what nothing is learned from.
/// </summary>
internal sealed class LearnedModel
{
    private readonly Lock _learning = new();
    private volatile MessageModel? _model;

    public MessageModel Of(Playbook playbook, string? folder = null)
    {
        if (_model is { } known)
            return known;
        lock (_learning)
            return _model ??= (folder is null ? null : ModelFile.Read(folder, playbook.Name, playbook.Version)) is [var intents, var sentiments, var orders]
                ? new(playbook, intents, sentiments, orders) : Learn(playbook, folder);
    }

    private static MessageModel Learn(Playbook playbook, string? folder)
    {
        var model = MessageModel.Of(playbook);
        if (folder is not null)
            ModelFile.Write(folder, playbook.Name, playbook.Version, [model.Intents, model.Sentiments, model.Orders]);
        return model;
    }
}
