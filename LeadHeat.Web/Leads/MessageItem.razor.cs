using System.Globalization;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Facts;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Leads;

/// <summary>One message, with the words lit that something else rests on.</summary>
public sealed partial class MessageItem
{
    [Parameter, EditorRequired]
    public required MessageView Message { get; set; }

    /// <summary>The name of whoever writes from outside.</summary>
    [Parameter, EditorRequired]
    public required string Visitor { get; set; }

    /// <summary>Stands under a message of the same author.</summary>
    [Parameter]
    public bool Follows { get; set; }

    [Parameter]
    public IReadOnlyList<Evidence> Lit { get; set; } = [];

    /// <summary>A person says that the bot should not have answered this.</summary>
    [Parameter]
    public EventCallback<MessageView> WrongAnswer { get; set; }

    /// <summary>A person sends what was not delivered once more.</summary>
    [Parameter]
    public EventCallback<MessageView> SendAgain { get; set; }

    [Parameter]
    public int LitAsked { get; set; }

    private IReadOnlyList<TextPart> Parts => TextParts.Cut(Message.Text, Lit.Where(evidence => evidence.MessageId == Message.Id));

    private string At => Message.At.ToString("O", CultureInfo.InvariantCulture);

    private string Who => Message.Author switch
    {
        MessageAuthor.Visitor => Visitor,
        MessageAuthor.Bot => "Bot",
        _ => Message.AuthorName ?? "Team",
    };

    /// <summary>What the bot did, in one quiet line: searched 3 units in Whitefield and 2 more · 13 ms.</summary>
    private string ToolLine
    {
        get
        {
            var told = Message.Tools.FirstOrDefault(tool => tool.Name == "inventory_search") ?? Message.Tools[0];
            var more = Message.Tools.Count > 1 ? $" and {Message.Tools.Count - 1} more" : "";
            return $"{told.Summary}{more} · {Milliseconds(Message.Tools.Sum(tool => tool.Milliseconds))}";
        }
    }

    /// <summary>Only the first lit words are brought into view.</summary>
    private bool IsFirstLit(int index) => Lit.Count > 0 && Lit[0].MessageId == Message.Id && !Parts.Take(index).Any(part => part.Lit);

    private static string Milliseconds(double time) => time < 1 ? "under 1 ms" : $"{time.ToString("0", CultureInfo.InvariantCulture)} ms";
}
