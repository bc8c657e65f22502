using LeadHeat.Core.Conversations;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;

namespace LeadHeat.Tests.Web;

/// <summary>Leads and messages with everything filled in; a test says only what it is about.</summary>
internal static class Rows
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The higher the number, the later its last activity.</summary>
    public static LeadRow Row(int number, LeadStatus status = LeadStatus.New, decimal? value = null, string? currency = null) => new(
        Id(number), Id(1000 + number), $"Lead {number}", "Dubai", "2 beds", 50, null, Heat.Cold, status, "real-estate", LeadSource.Web, null, null,
        Handling.Bot, "hello", MessageAuthor.Visitor, 1, value, currency, null, Now, Now.AddMinutes(number), Now.AddMinutes(number));

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static LeadPage Page(string? next, params int[] numbers) => new([.. numbers.Select(number => Row(number))], next);

    public static MessageView Message(int number, MessageAuthor author = MessageAuthor.Visitor) =>
        new(Id(number), author, null, $"Message {number}", [], [], [], null, Now.AddMinutes(number));

    public static LeadDetail Detail(LeadRow row, string? earlier = null, params MessageView[] messages) => new(
        row.Id, row.Score, row, new ContactView(Id(1), row.Name, null, null, []), [], null, [], [], [], new MessagePage(messages, earlier));

    public static Evidence Words(int message, int start, int length) => new(Id(message), start, length, "");
}
