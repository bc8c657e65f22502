using LeadHeat.Api.Problems;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Uploads;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Uploads;

/// <summary>What somebody says about a file that they send.</summary>
internal sealed class UploadWishes(Dictionary<string, string> values, PlaybookLibrary playbooks)
{
    /// <exception cref="FieldRefused">A value is none of the allowed ones.</exception>
    public static UploadWishes Read(Dictionary<string, string> values, PlaybookLibrary playbooks)
    {
        var wishes = new UploadWishes(values, playbooks);
        _ = (wishes.Playbook(), wishes.Encoding(), wishes.Delimiter(), wishes.OnDuplicate);
        return wishes;
    }

    /// <summary>Whether the import begins when the mapping is certain.</summary>
    public bool Start => !string.Equals(values.GetValueOrDefault("start"), "false", StringComparison.OrdinalIgnoreCase);

    public OnDuplicate OnDuplicate =>
        Value("onDuplicate") is not { } word ? OnDuplicate.Merge
        : Words.TryParse<OnDuplicate>(word, out var known) ? known
        : throw new FieldRefused("onDuplicate", $"'{word}' is none of: {string.Join(", ", Words.All<OnDuplicate>())}.");

    public Playbook? Playbook() => Value("playbook") is { } name ? Playbook(name, playbooks) : null;

    public string? Encoding() => Value("encoding") is { } name ? Encoding(name) : null;

    public char? Delimiter() => Value("delimiter") is { } sign ? Delimiter(sign) : null;

    public static Playbook Playbook(string name, PlaybookLibrary playbooks) => playbooks.TryGet(name, out var known)
        ? known : throw new FieldRefused("playbook", $"There is no playbook '{name}'. There are: {string.Join(", ", playbooks.All.Select(playbook => playbook.Name))}.");

    public static string Encoding(string name) => TextEncodings.All.Contains(name.ToLowerInvariant())
        ? name.ToLowerInvariant() : throw new FieldRefused("encoding", $"'{name}' is none of: {string.Join(", ", TextEncodings.All)}.");

    public static char Delimiter(string sign) => sign.ToLowerInvariant() is "tab" or "\\t" ? '\t' : sign is [var only] && only is not ('"' or '\r' or '\n')
        ? only : throw new FieldRefused("delimiter", "A delimiter is one character that is neither a quotation mark nor a line end; 'tab' is one too.");

    private string? Value(string name) => values.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
