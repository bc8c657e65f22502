using System.Globalization;
using LeadHeat.Core.Leads;
using LeadHeat.Tests.Api.Channels;
using LeadHeat.Tests.Api.Conversations;
using LeadHeat.Tests.AppHost;

namespace LeadHeat.Tests.Api.People;

/// <summary>People who write into the chat and tell who they are.</summary>
internal static class Talks
{
    private static int s_people = Random.Shared.Next(1_000_000) * 100;

    /// <summary>Eight digits that nobody else in these tests has.</summary>
    public static string Digits() => (Interlocked.Increment(ref s_people) % 100_000_000).ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>A mobile number that there can be, as WhatsApp writes it, and nobody else in these tests has.</summary>
    public static string Number() => $"9198{Digits()}";

    /// <summary>A word of one test alone: letters only, so that nobody reads a number in it.</summary>
    public static string Word() => string.Concat(Guid.NewGuid().ToString("N").Take(10).Select(digit => (char)('a' + Convert.ToInt32(digit.ToString(), 16))));

    /// <summary>The lead of somebody who has written this and was answered.</summary>
    /// <param name="words">{0} and {1} become digits of their own.</param>
    public static async Task<LeadDetail> TalkAsync(ChannelsFixture fixture, string words)
    {
        var visitor = await Visitor.ArriveAsync(fixture.App);
        await visitor.SayAsync(string.Format(CultureInfo.InvariantCulture, words, Digits(), Digits()));
        return await LeadOfAsync(fixture, visitor);
    }

    public static async Task<LeadDetail> LeadOfAsync(ChannelsFixture fixture, Visitor visitor)
    {
        var id = await visitor.LeadIdAsync();
        await CheckedAsync(fixture, id);
        return await fixture.Team.GetLeadAsync(id);
    }

    /// <summary>Once what was learned of the lead's person has been compared with others.</summary>
    public static Task CheckedAsync(ChannelsFixture fixture, Guid leadId) => Eventually.TrueAsync(
        async () => await Psql.RunAsync(fixture.App, $"select count(*) from contact_checks where contact_id = (select contact_id from leads where id = '{leadId}')") == "0",
        TimeSpan.FromSeconds(60), () => "the person was not compared");
}
