using LeadHeat.Core.Live;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using LeadHeat.Web.Live;
using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Scoring;

/// <summary>All scorecards with their versions, and what judged when.</summary>
public sealed partial class ScorecardsPage
{

    [Inject]
    private NavigationManager Address { get; init; } = null!;

    protected override bool Concerns(LiveNews news) => news is { Kind: LiveNewsKind.Reload } or { Event.Kind: LiveEventKind.ScoresChanged };

    protected override Task<ScorecardList> ReadAsync() => Api.GetScorecardsAsync();

    private async Task DraftAsync(ScorecardSummary card)
    {
        try
        {
            var draft = await Api.CreateScorecardAsync(new(card.Name, card.Version));
            Address.NavigateTo(ScorecardPage.AddressOf(draft.Summary.Name, draft.Summary.Version));
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"No draft was made: {refused.Message}");
        }
    }

    private async Task WithdrawAsync(PublicationView publication)
    {
        try
        {
            await ChangeAsync(() => Api.WithdrawPublicationAsync(publication.Id));
            Notices.SayUndo($"{TitleOf(publication)} is taken back.", () => AgainAsync(publication));
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not taken back: {refused.Message}");
        }
    }

    private async Task AgainAsync(PublicationView publication)
    {
        try
        {
            await ChangeAsync(() => Api.PublishScorecardAsync(publication.Card, publication.Version, new(Role: publication.Role)));
            StateHasChanged();
        }
        catch (LeadHeatException refused)
        {
            Notices.Fail($"Not published again: {refused.Message}");
        }
    }

    // The last primary card of a playbook has nothing to go back to.
    private bool CanWithdraw(PublicationView publication) => publication.Role == CardRole.Beside
        || Shown!.Publications.Count(other => other.Playbook == publication.Playbook && other is { Role: CardRole.Primary, WithdrawnAt: null }) > 1;

    private string TitleOf(PublicationView publication) =>
        $"{Shown!.Items.FirstOrDefault(card => card.Name == publication.Card)?.Title ?? publication.Card}, version {publication.Version}";

    private static string WordsOf(PublicationView publication) => publication switch
    {
        { WithdrawnAt: not null } => "judged since",
        { IsNow: true, Role: CardRole.Primary } => "judges since",
        { IsNow: true } => "looks on since",
        _ => "from",
    };

    private static string StateOf(ScorecardSummary card) => card switch
    {
        { State: CardState.Draft } => "Draft",
        { Role: CardRole.Primary } => "Judges",
        { Role: CardRole.Beside } => "Looks on",
        _ => "Earlier",
    };

    private static string StateClass(ScorecardSummary card) => card switch
    {
        { State: CardState.Draft } => "draft",
        { Role: CardRole.Primary } => "primary",
        _ => "",
    };
}
