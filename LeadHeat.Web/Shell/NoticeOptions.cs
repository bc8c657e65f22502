using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LeadHeat.Web.Shell;

/// <summary>The section Notices of the configuration.</summary>
internal sealed class NoticeOptions
{
    public const string Section = "Notices";

    /// <summary>How many seconds something can be undone by its notice: who needs longer to read, or a keyboard to get there, needs time.</summary>
    [Range(5, 600, ErrorMessage = "Notices__UndoSeconds is from 5 to 600.")]
    public int UndoSeconds { get; set; } = 20;
}

[OptionsValidator]
internal sealed partial class NoticeOptionsValidator : IValidateOptions<NoticeOptions>;
