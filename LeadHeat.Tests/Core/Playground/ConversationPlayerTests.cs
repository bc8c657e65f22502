using System.Text.Json;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Playground;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.Core.Dialogue;
using LeadHeat.Tests.Core.Understanding;
using Xunit;

namespace LeadHeat.Tests.Core.Playground;

public sealed class ConversationPlayerTests
{
    private static readonly string[] Talk = ["Hi, a 2 BHK in Whitefield under 2 Cr please", "within 3 months, asha@example.com", "how much is the second one?", "can I talk to a human?"];

    [Fact]
    public async Task A_played_conversation_says_what_is_known_how_the_lead_stands_and_how_each_reply_came_about()
    {
        var played = await PlayAsync(Talk);

        Assert.Equal("""{"min":null,"max":20000000,"currency":"INR","period":"total"}""", played.Fields[FactFields.Budget].GetRawText());
        Assert.Equal("""["Whitefield"]""", played.Fields[FactFields.Areas].GetRawText());
        Assert.Equal(("asha@example.com", """{"min":2,"max":2}"""), (played.Fields[FactFields.Email].GetString(), played.Fields[FactFields.Beds].GetRawText()));
        Assert.Equal((DialogueStage.Qualified, Heat.Hot, true), (played.Stage, played.Heat, played.Qualified));
        Assert.Equal(played.Score, played.Ledger.Sum(line => line.Points));
        Assert.Equal("Asked for a person", played.Handoff?.Reason);
        Assert.Equal(Talk, played.Replies.Select(reply => reply.Message));
        var first = played.Replies[0];
        Assert.Equal([ToolNames.NormalizeBudget, ToolNames.GeoMatch, ToolNames.InventorySearch, ToolNames.LeadScore], first.Trace.Tools.Select(tool => tool.Name));
        Assert.Equal(20_000_000, first.Trace.Tools[2].Arguments.GetProperty("priceMax").GetDecimal());
        Assert.Equal(4, first.Trace.Tools[2].Result!.Value.GetProperty("matches").GetArrayLength());
        Assert.All(first.Trace.Understanding.Values.SelectMany(value => value.Evidence), words => Assert.Equal(words.Quote, Talk[0].Substring(words.Start, words.Length)));
        Assert.NotEmpty(first.Trace.Rules);
    }

    [Fact]
    public async Task The_same_messages_are_answered_the_same_to_the_byte() => Assert.Equal(Json(await PlayAsync(Talk)), Json(await PlayAsync(Talk)));

    [Fact]
    public async Task It_says_what_a_salesroom_says()
    {
        var room = new Salesroom(Shipped.RealEstate).After(Talk);

        Assert.Equal(room.Dialogue.Stage, (await PlayAsync(Talk)).Stage);
        Assert.Equal(room.Score.Score, (await PlayAsync(Talk)).Score);
    }

    private static async Task<PlayedConversation> PlayAsync(string[] messages) =>
        await ConversationPlayer.PlayAsync(Shipped.RealEstate, messages, TurnTools.Over(Salesroom.Units), Said.Now, CancellationToken.None);

    private static string Json(PlayedConversation played) => JsonSerializer.Serialize(played, LeadHeatJson.Default.PlayedConversation);
}
